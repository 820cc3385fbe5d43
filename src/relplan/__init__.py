"""relplan: relationship plans as plain text, judged, kept on time and reviewed."""

__version__ = "0.1.0"
STOPPED = "relplan: stopped; nothing is half done"
"""What is said after Ctrl-C, with exit code 130, wherever it comes."""
