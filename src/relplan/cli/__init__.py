"""One thin module a command: options, load, one call, print, exit code."""
