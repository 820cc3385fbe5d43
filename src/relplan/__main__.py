"""`relplan` and `python -m relplan`."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    import gc

    from relplan.cli.app import run

    gc.disable()  # a book has no cycles, and looking for them takes a third of the time of lint
    run()


if __name__ == "__main__":
    main()
