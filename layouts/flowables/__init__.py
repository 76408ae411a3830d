"""What can stand in a column: it says its height for a width, may be split, and draws itself."""
