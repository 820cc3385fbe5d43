"""relplan: relationship plans as plain text, judged, kept on time and reviewed."""

__version__ = "0.1.0"
FORMAT = 1
"""The newest format of a book's files that this relplan reads; older ones are read as well."""
STOPPED = "relplan: stopped; nothing is half done"
"""What is said after Ctrl-C, with exit code 130, wherever it comes."""
