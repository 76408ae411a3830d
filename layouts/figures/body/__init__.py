"""The body of a body map: its proportions, outlines, bones, muscles, zones and the labels beside it."""
