"""Pure functions of (book, today)."""
