"""`relplan` and `python -m relplan`."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from relplan.cli.app import run

    run()


if __name__ == "__main__":
    main()
