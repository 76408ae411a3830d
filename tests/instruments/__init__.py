"""Instruments that judge a finished PDF from its bytes alone; none of them knows how the program made it."""
