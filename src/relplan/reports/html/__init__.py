"""HTML: the one escape, and the page that packs and the site stand in."""
