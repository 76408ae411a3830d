"""How fast a leaflet is made, beside the same leaflet in Typst and in plain ReportLab platypus."""
