"""How the edit engine says no."""

from relplan.errors import Refused


class EditRefused(Refused):
    """An edit that was not made: why, at which line, and the text to paste by hand."""

    def __init__(self, reason: str, line: int, paste: str = "") -> None:
        shown = f"line {line}: {reason}; nothing was changed"
        super().__init__(f"{shown}, the text is:\n{paste}" if paste else shown)
        self.reason = reason
        self.line = line
        self.paste = paste


class NotThere(Exception):  # never shown: the engine turns it into EditRefused
    """A layout that the engine does not edit: the offset and the reason."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(reason)
        self.offset = offset
        self.reason = reason
