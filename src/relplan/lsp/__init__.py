"""The editor's server: answers over a text that is being typed and the book around it."""
