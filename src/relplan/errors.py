"""What can stop a command, each with the exit code that it ends with.

Findings in a book are never exceptions (see `diagnostics`); these are for wrong use and refusals.
"""


class RelplanError(Exception):
    """A command cannot go on; the text is shown to the user as it is."""

    exit_code = 3


class WrongUse(RelplanError):
    """The command was asked for something that has no meaning: the user types it again."""

    exit_code = 2


class Refused(RelplanError):
    """The command understood, and will not or cannot do it; nothing was changed."""

    exit_code = 3


class SeveralFit(WrongUse):
    """A part of a name fits several; `candidates` are (id, name) pairs for the message."""

    def __init__(self, what: str, typed: str, candidates: list[tuple[str, str]]) -> None:
        listed = ", ".join(f"{id_} ({name})" for id_, name in candidates)
        super().__init__(
            f"{typed!r} fits more than one {what}: {listed}; type more of the one you mean"
        )
        self.candidates = candidates
