"""What a long work is at: one line on a terminal after a second, gone when the work is done."""

import os
import sys
import threading
import time
from types import TracebackType
from typing import Self, TextIO

_AFTER = 1.0
_EVERY = 0.2
_CLEAR = "\r\x1b[K"


class Progress:
    """Shows what it was told last, while the work goes on; silent where nobody watches a terminal."""

    def __init__(
        self, at: str, stream: TextIO | None = None, *, after: float = _AFTER, every: float = _EVERY
    ) -> None:
        self._at = at
        self._stream = stream or sys.stderr
        self._pauses = (after, every)
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def __call__(self, at: str) -> None:
        """Say what the work is at now; it costs next to nothing."""
        self._at = at

    def __enter__(self) -> Self:
        if self._stream.isatty() and os.environ.get("TERM") != "dumb":
            self._thread = threading.Thread(target=self._show, daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._thread:
            self._thread.join()

    def _show(self) -> None:
        pause, every = self._pauses
        begin, shown = time.monotonic(), ""
        while not self._over.wait(pause):
            line = f"relplan: {self._at} … {time.monotonic() - begin:.0f} s"
            if line != shown:
                self._write(_CLEAR + line)
            pause, shown = every, line
        if shown:
            self._write(_CLEAR)

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
