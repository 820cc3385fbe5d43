"""The book for other programs: tables, and the formats that hold them."""
