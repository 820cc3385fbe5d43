"""`relplan` and `python -m relplan`."""

import gc
import sys

from relplan import STOPPED


def main() -> None:
    """Run the command line and end the process with its exit code."""
    gc.disable()  # a book has no cycles, and looking for them takes a third of the time of lint
    try:
        from relplan.cli.app import run

        run()
    except KeyboardInterrupt:  # it came while relplan was still being loaded
        sys.stderr.write(f"{STOPPED}\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
