"""Lint rules, one a module, and the runner that applies them."""
