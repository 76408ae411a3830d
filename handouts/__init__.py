"""What is said: handouts, clinics, fixed words and checks on them. Knows nothing of PDF, ReportLab or the screen."""

__version__ = "0.1.0"
