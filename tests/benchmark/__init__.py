"""How fast a leaflet is made, and sheets for many people, beside the same pages by other tools."""
