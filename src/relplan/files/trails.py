"""What became of files since a day or a commit: asked of git at once for all of them.

One `log` names the commits, one the changes, one `cat-file` reads the contents. A file is followed
through renames, but never to one that it was copied from: a plan begun from another one is new.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relplan.files.disk import MAX_BYTES
from relplan.files.git import Answer, ask
from relplan.files.history import contents, day_of, limits

_LOG = ("log", "--no-show-signature", "--no-ext-diff", "--no-textconv", "-z", "--format=%H%x00%cs")
_CHANGES = ("--raw", "--no-abbrev", "--root", "-M", "--relative", "--topo-order")
_FOLDERS = ("clients", "prospects")


class Commit(NamedTuple):
    """A commit and the civil day on which it came here."""

    id: str
    day: date


class Step(NamedTuple):
    """What one commit made of a file: its bytes before and after; None where it was not there."""

    commit: Commit
    was: bytes | None
    now: bytes | None


class Trail(NamedTuple):
    """One file: its first state that counts, and each change since, oldest first."""

    path: str
    """Its name at the start."""
    start: Commit
    """The commit that holds that state."""
    was: bytes | None
    """The bytes; None where git does not have them here."""
    log: bytes | None
    """The log of touches beside it at the start, where there was one."""
    steps: tuple[Step, ...]
    begun: str
    """`before` the start; `new` since then; `first` where history itself begins later."""


class Past(NamedTuple):
    """The trails by today's path, and why there are none or some are short."""

    trails: Mapping[str, Trail]
    trouble: str = ""


def commit_of(root: Path, named: str) -> Commit | None:
    """The commit that a revision names; None when there is none of that name."""
    if not named or named.startswith("-") or ".." in named or "\0" in named:
        return None
    found = ask(root, "rev-parse", "--verify", "--quiet", f"{named}^{{commit}}")
    words = found.output.decode("ascii", "replace").split()
    return next(_commits(ask(root, *_LOG, "-1", *words, "--")), None) if words else None


def past_of(
    root: Path, firsts: Mapping[str, date], commit: Commit | None = None, gone: date | None = None
) -> Past:
    """The trails of these files of the book `root`, each from the eve of its first day that counts.

    `commit` is the start of all of them instead. With `gone` also those of plans that were removed
    from that day on.
    """
    line = ask(root, *_LOG, "--first-parent", "--")
    if line.trouble:
        return Past({}, line.trouble)
    commits = list(_commits(line))
    walk = _Walk(commits, firsts, commit, gone)
    changes = ask(root, *_LOG, *_CHANGES, *walk.range(), "--", *_FOLDERS)
    if changes.trouble:
        return Past({}, changes.trouble)
    for one, entries in _raw(changes.output):
        walk.back(one, entries)
    return _read(root, walk)


class _Entry(NamedTuple):
    was: str
    now: str
    status: str
    source: str
    path: str


class _Way(NamedTuple):
    """A file on the way back: its names by time, and the blobs of its changes, newest first."""

    names: list[str]
    steps: list[tuple[Commit, str, str]]


class _Walk:
    """The way back from now: which of today's files each change was about."""

    def __init__(
        self,
        commits: list[Commit],
        firsts: Mapping[str, date],
        commit: Commit | None,
        gone: date | None,
    ) -> None:
        self._line, self._commit, self._gone = commits, commit, gone
        self._firsts = dict(firsts)
        self.ways = {path: _Way([path], []) for path in firsts}
        self._names = {path: path for path in firsts}

    def start(self, path: str) -> Commit | None:
        """The state on the eve of a file's first day: on the line of commits that leads here."""
        if self._commit:
            return self._commit
        return next((one for one in self._line if one.day < self._firsts[path]), None)

    def range(self) -> list[str]:
        """What leads from the oldest start to now."""
        if self._commit:
            return ["HEAD", f"^{self._commit.id}"]
        oldest = min((*self._firsts.values(), self._gone or date.max), default=date.max)
        begin = next((one for one in self._line if one.day < oldest), None)
        return ["HEAD", f"^{begin.id}"] if begin else ["HEAD"]

    def back(self, commit: Commit, entries: Iterable[_Entry]) -> None:
        """Go over one commit, the next older one."""
        found = [(self._whose(one, commit), one) for one in entries]
        for path, one in found:
            if path and (self._commit or commit.day >= self._firsts[path]):
                self.ways[path].steps.append((commit, one.was, one.now))
                if one.status.startswith("R"):
                    self.ways[path].names.append(one.source)
                    self._names.pop(one.path, None)
        self._names |= {one.source: path for path, one in found if path and one.status[0] == "R"}

    def is_root(self, commit: Commit) -> bool:
        """True for the commit with which the history that is here begins."""
        return commit.id == self._line[-1].id

    def _whose(self, entry: _Entry, commit: Commit) -> str | None:
        path = self._names.get(entry.path)
        late = self._gone and (self._commit or commit.day >= self._gone)
        if path is None and late and entry.status == "D" and entry.path not in self.ways:
            path = self._names[entry.path] = entry.path
            self.ways[path] = _Way([path], [])
            self._firsts[path] = self._gone or commit.day
        return path


def _commits(said: Answer) -> Iterator[Commit]:
    parts = iter(said.output.decode("ascii", "replace").split("\0"))
    for name in parts:
        if name.strip():
            yield Commit(name.strip(), day_of(next(parts, "")))


def _raw(output: bytes) -> Iterator[tuple[Commit, list[_Entry]]]:
    """The commits with their changes, of a log with NUL between all parts: names hold anything."""
    parts = iter(output.decode("utf-8", "surrogateescape").split("\0"))
    commit: Commit | None = None
    entries: list[_Entry] = []
    for part in parts:
        words = part.lstrip("\n").split(" ")
        if words[0].startswith(":"):
            source = next(parts, "")
            path = next(parts, "") if words[4][0] in "RC" else source
            entries.append(_Entry(words[2], words[3], words[4], source, path))
        elif words[0]:
            if commit:
                yield commit, entries
            commit, entries = Commit(words[0], day_of(next(parts, ""))), []
    if commit:
        yield commit, entries


def _read(root: Path, walk: _Walk) -> Past:
    """The contents of all that was found, in one question."""
    wanted: list[str] = []
    for path, way in walk.ways.items():
        wanted += [blob for _, *both in way.steps for blob in both]
        if start := walk.start(path):
            wanted += [f"{start.id}:./{way.names[-1]}", f"{start.id}:./{_log_of(way.names[-1])}"]
    read = contents(root, wanted)
    found = {name: raw for name, raw in read.items() if len(raw) <= MAX_BYTES}
    trails = {path: _trail(walk, path, way, found) for path, way in walk.ways.items()}
    lost = sum(
        blob not in read for way in walk.ways.values() for _, *both in way.steps for blob in both
        if blob.strip("0")
    )  # fmt: skip
    early = any(one and one.begun == "first" for one in trails.values())
    trouble = limits(root, lost) if early or lost else ""
    return Past({path: one for path, one in trails.items() if one}, trouble)


def _trail(walk: _Walk, path: str, way: _Way, found: Mapping[str, bytes]) -> Trail | None:
    steps = [
        Step(commit, found.get(was), found.get(now)) for commit, was, now in reversed(way.steps)
    ]
    start, name = walk.start(path), way.names[-1]
    if start and (was := found.get(f"{start.id}:./{name}")) is not None:
        log = found.get(f"{start.id}:./{_log_of(name)}")
        return Trail(name, start, was, log, tuple(steps), "before")
    if not steps:
        return None
    first = steps[0]
    begun = "first" if start is None and walk.is_root(first.commit) else "new"
    return Trail(name, first.commit, first.now, None, tuple(steps[1:]), begun)


def _log_of(path: str) -> str:
    return f"touches/{path.partition('/')[2]}"
