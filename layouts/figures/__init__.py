"""What is drawn rather than written: pictures from files and signs."""
