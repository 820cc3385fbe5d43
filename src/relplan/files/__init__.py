"""The only package that knows YAML, the disk and git."""
