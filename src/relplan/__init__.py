"""relplan: relationship plans as plain text, judged, kept on time and reviewed."""

TYPE_CHECKING = False  # as typing has it: importing relplan imports nothing
if TYPE_CHECKING:
    from os import PathLike

    from relplan.api import OpenBook

__version__ = "0.1.0"
FORMAT = 1
"""The newest format of a book's files that this relplan reads; older ones are read as well."""
STOPPED = "relplan: stopped; nothing is half done"
"""What is said after Ctrl-C, with exit code 130, wherever it comes."""


def open_book(path: "str | PathLike[str] | None" = None) -> "OpenBook":
    """The book at or above a path, else around the working folder, for a script: docs/api.md.

    WrongUse when there is none, Refused when a change of it was interrupted; a file that cannot be
    read stops nothing and stands in `faults`.
    """
    from relplan.api import opened

    return opened(path)
