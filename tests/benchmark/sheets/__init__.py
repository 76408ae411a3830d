"""One leaflet for many people: the same pages, another name and other values on each, beside three other tools."""
