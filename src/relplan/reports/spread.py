"""Work on many clients, spread over the processors where the system makes that cheap."""

import contextlib
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from relplan.errors import Refused

_FEWEST = 8
"""Fewer than these are done before other processes have begun."""

_work: Callable[[str], Any] | None = None


@contextlib.contextmanager
def spread(
    work: Callable[[str], Any], items: Sequence[str], processes: int | None = None
) -> Iterator[Iterator[Any]]:
    """The results in the order of the items, as they come.

    Other processes begin with all that this one has read, so they are used only where the system
    forks (Linux); enter this before any thread is started.
    """
    many = processes or _processors()
    if many < 2 or len(items) < _FEWEST or sys.platform != "linux":
        yield map(work, items)
        return
    global _work  # noqa: PLW0603 -- what the forked processes find, without sending it to them
    _work = work
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(many, multiprocessing.get_context("fork"), _deaf)
    try:
        with warnings.catch_warnings():
            # Threads of libraries; what runs in the processes uses none of those.
            warnings.simplefilter("ignore", DeprecationWarning)
            results = pool.map(_do, items, chunksize=max(1, min(8, len(items) // (4 * many))))
        yield _told(results)
    finally:
        pool.shutdown(cancel_futures=True)
        _work = None


def _told(results: Iterator[Any]) -> Iterator[Any]:
    from concurrent.futures.process import BrokenProcessPool

    try:
        yield from results
    except BrokenProcessPool:
        raise Refused(
            "a process of relplan was ended from outside, as a system does that is out of memory;"
            " what was written stays, begin again"
        ) from None


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _deaf() -> None:
    """Ctrl-C is for the first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(item: str) -> Any:
    assert _work is not None
    return _work(item)
