"""The plans as they were when a comparison begins, read as the book would read them today."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from relplan.analysis.change import Change, Side
from relplan.analysis.changes import changes
from relplan.analysis.contacts import in_force
from relplan.analysis.verdict_changes import verdict_changes
from relplan.files.book import Loaded, narrowed, with_texts
from relplan.files.disk import SETTINGS
from relplan.files.trails import Commit, Past, Step, Trail
from relplan.files.versions import Dates, dated
from relplan.model.kinds import Plan, Touch
from relplan.rules.runner import HARMLESS


class OldState:
    """The book of these clients as it was, each at its own start; what cannot be read is passed over."""

    def __init__(
        self, loaded: Loaded, past: Past, paths: Mapping[str, str], begins: Mapping[str, date]
    ) -> None:
        self.now, self.unread, self._begins = loaded, list[str](), begins
        self.trails = {id_: past.trails[path] for id_, path in paths.items() if path in past.trails}
        self._paths = paths
        texts: dict[str, bytes | None] = {}
        for id_, trail in self.trails.items():
            texts |= self._texts(id_, trail, _states(trail)[0][1])
        self.loaded = with_texts(narrow(loaded, paths), texts)
        for id_, trail in self.trails.items():
            self._first_readable(id_, trail)
        everyone = self.loaded.book.everyone()
        self.starts = {id_: one for id_, one in self.trails.items() if id_ in everyone}
        self.loaded = replace(self.loaded, book=replace(self.loaded.book, touches=self._logs()))

    def changes(self, id_: str, today: date) -> Iterator[Change]:
        """What changed in one client; where there is no old state, by the dates in the new one."""
        now = self.now.book
        begin = self._begins[id_]
        new = Side(now.everyone()[id_], in_force(now.touches.get(id_, ())), today)
        if id_ not in self.starts:
            yield from changes(new._replace(day=begin), new)
            return
        was = self.loaded.book
        old = Side(was.everyone()[id_], in_force(was.touches.get(id_, ())), begin)
        found = [*changes(old, new, self._dated(id_)), *self._verdicts(old, new)]
        cut = [*_left_out(self.now, id_), *_left_out(self.loaded, id_)]
        yield from (one for one in found if not any(_touches(one, entry) for entry in cut))

    def _logs(self) -> dict[str, tuple[Touch, ...]]:
        """The logs up to the day of each start; today's where git does not tell the old one."""
        logs = {}
        for id_, trail in self.starts.items():
            known = trail.begun == "before" and self.loaded.book.has_log(id_)
            lines = (self.loaded if known else self.now).book.touches.get(id_, ())
            logs[id_] = tuple(one for one in lines if one.date <= self._begins[id_])
        return logs

    def _texts(self, id_: str, trail: Trail, raw: bytes | None) -> dict[str, bytes | None]:
        """The old texts of one client, in the folder in which the plan was: a prospect's, once."""
        path = f"{trail.path.partition('/')[0]}/{id_}.yaml"
        log = {f"touches/{id_}.yaml": trail.log} if trail.begun == "before" else {}
        return {self._paths[id_]: None, path: raw} | log

    def _first_readable(self, id_: str, trail: Trail) -> None:
        """Take a later version where the one at the start cannot be read."""
        for commit, raw in _states(trail):
            if raw is None:
                continue
            if id_ not in self.loaded.book.everyone():
                self.loaded = with_texts(self.loaded, self._texts(id_, trail, raw))
            if id_ in self.loaded.book.everyone():
                return
            self.unread.append(_unread(trail.path, commit.id))

    def _dated(self, id_: str) -> list[tuple[Dates, Dates]]:
        trail, path = self.trails[id_], self._paths[id_]
        head = trail.steps[-1].now if trail.steps else trail.was
        last = Step(trail.start, head, self.now.documents[path].raw)
        found = dated([*trail.steps, last])
        self.unread += [_unread(path, commit) for commit in found.unread]
        return found.steps

    def _verdicts(self, old: Side, new: Side) -> Sequence[Change]:
        if isinstance(old.plan, Plan) and isinstance(new.plan, Plan):
            return verdict_changes(old.plan, new.plan, self.now.book.settings)
        return ()


def _states(trail: Trail) -> list[tuple[Commit, bytes | None]]:
    """The versions of a file by commit, the oldest first."""
    return [(trail.start, trail.was), *((one.commit, one.now) for one in trail.steps)]


def _unread(path: str, commit: str) -> str:
    return f"{path} at {commit[:10]} cannot be read and is left out"


def narrow(loaded: Loaded, ids: Mapping[str, str] | Sequence[str]) -> Loaded:
    """The same book with nothing but these clients in it: what is asked of one costs as much as one."""
    book = loaded.book
    part = replace(
        book,
        plans={id_: one for id_, one in book.plans.items() if id_ in ids},
        prospects={id_: one for id_, one in book.prospects.items() if id_ in ids},
        campaigns={},
        touches={id_: one for id_, one in book.touches.items() if id_ in ids},
    )
    return narrowed(loaded, part, {SETTINGS, *files_of(ids)})


def files_of(ids: Iterable[str]) -> frozenset[str]:
    """The files in which something can be found that concerns these clients."""
    folders = ("clients", "prospects", "touches")
    return frozenset(f"{folder}/{id_}.yaml" for folder in folders for id_ in ids)


def _left_out(loaded: Loaded, id_: str) -> Iterator[str]:
    """The entries of a client's plan that could not be used: they are neither there nor gone."""
    paths = (f"clients/{id_}.yaml", f"prospects/{id_}.yaml")
    for one in loaded.diagnostics:
        if one.path in paths and one.severity == "error" and one.name not in HARMLESS:
            from relplan.files.validate import entry_of

            entry = entry_of(tuple(one.item.split(".")))
            yield ".".join(str(step) for step in entry or ())


def _touches(change: Change, entry: str) -> bool:
    return not entry or f"{change.item}.".startswith(f"{entry}.")
