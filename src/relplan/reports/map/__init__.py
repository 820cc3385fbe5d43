"""The relationship map: what it shows, where it is placed, and one module for each format."""
