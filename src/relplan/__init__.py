"""relplan: relationship plans as plain text, judged, kept on time and reviewed."""

__version__ = "0.1.0"
