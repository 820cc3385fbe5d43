"""Packs on their way out: whose, in which format, and to where; for `relplan review`."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relplan.cli.options import (
    client_of,
    day,
    end,
    member_of,
    open_book,
    tell_notes,
    with_its_log,
)
from relplan.errors import WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.reports.press import Press

TEAM = "team"
_WIDE = 24


class Wanted(NamedTuple):
    """What was typed after `relplan review`."""

    client: str | None
    form: str
    save: bool
    out: Path | None
    all: bool
    owner: str | None
    dry_run: bool
    book: Path | None
    today: str | None

    @property
    def many(self) -> bool:
        """True when more than one pack is asked for."""
        return self.client is None

    def checked(self) -> "Wanted":
        """The same; WrongUse, with what to type instead, for what has no meaning."""
        from relplan.model.choices import not_one_of
        from relplan.reports.press import ENDINGS

        if self.form not in ENDINGS:
            raise WrongUse(f"--format: {not_one_of(self.form, tuple(ENDINGS))}")
        if self.save and self.out:
            raise WrongUse("--save writes into the book, --out elsewhere; say one of them")
        if self.client and self.all:
            raise WrongUse(f"--all stands for every client, and {self.client} beside it; say one")
        if self.owner and self.client not in (None, TEAM):
            raise WrongUse("--owner chooses among all clients; leave the client out, or say team")
        if self.many and not (self.all or self.owner):
            raise WrongUse("whose pack? Say a client, team for the summary over all, or --all")
        if self.many and not (self.save or self.out):
            raise WrongUse("many packs need a place: --out FOLDER, or --save for reviews/")
        if self.form == "pdf" and not (self.save or self.out) and sys.stdout.isatty():
            raise WrongUse("a PDF is nothing for a terminal; say --out FOLDER or --save")
        return self


class _Chosen(NamedTuple):
    """The clients by id, and whose they are."""

    ids: Sequence[str]
    owner: str | None
    unread: Sequence[str]
    """Those that are left out because their logs cannot be read."""


def render(wanted: Wanted) -> None:
    """Make the packs that are wanted, print or write them, and say what could not be read."""
    wanted = wanted.checked()
    if wanted.form == "pdf":
        from relplan.reports.pdf import engine

        engine()  # what is missing for it is said before anything is read
    loaded = open_book(wanted.book)
    chosen = _chosen(loaded, wanted)
    press = _press(loaded, chosen.ids, wanted)
    if wanted.client == TEAM:
        _summary(press, chosen, loaded, wanted)
    elif wanted.many:
        _each(press, chosen.ids, loaded, wanted)
    else:
        _one(press, chosen.ids[0], loaded, wanted)
    end(loaded)


def _chosen(loaded: "Loaded", wanted: Wanted) -> _Chosen:
    """The client that was named; else those that are active or damaged, all or one owner's."""
    from relplan.analysis.contacts import keeps_in_touch

    if not wanted.many and wanted.client != TEAM:
        return _Chosen([with_its_log(loaded, client_of(loaded, wanted.client or ""))], None, [])
    owner = member_of(loaded, wanted.owner) if wanted.owner else None
    mine = {i: one for i, one in loaded.book.everyone().items() if owner in (None, one.owner)}
    running = [id_ for id_, one in mine.items() if keeps_in_touch(one)]
    _tell_left_out(loaded, wanted, len(mine) - len(running))
    read = [id_ for id_ in running if loaded.book.has_log(id_)]
    if wanted.many and not read:
        raise WrongUse(f"no client to make a pack of{f' is {owner}' if owner else ''}")
    unread = [f"touches/{id_}.yaml" for id_ in running if id_ not in read]
    return _Chosen(read, owner, [*_unread_plans(loaded), *unread])


def _unread_plans(loaded: "Loaded") -> Iterator[str]:
    known = loaded.book.everyone()
    for path in loaded.documents:
        folder, _, name = path.partition("/")
        if folder in ("clients", "prospects") and name.removesuffix(".yaml") not in known:
            yield path


def _tell_left_out(loaded: "Loaded", wanted: Wanted, rest: int) -> None:
    if wanted.client == TEAM and TEAM in loaded.book.names():
        name = loaded.book.names()[TEAM]
        tell_notes([f'team is the summary over all; for the client say its name: "{name}"'])
    elif wanted.many and rest:
        are = "1 is" if rest == 1 else f"{rest} are"
        tell_notes([f"{are} neither active nor damaged and left out; name one to get its pack"])


def _press(loaded: "Loaded", ids: Sequence[str], wanted: Wanted) -> "Press":
    from relplan.cli.progress import Progress
    from relplan.reports.press import Press

    with Progress("judging and comparing") as tell:
        return Press(loaded, day(wanted.today), ids, tell)


def _one(press: "Press", id_: str, loaded: "Loaded", wanted: Wanted) -> None:
    _put([id_], lambda one: press.pack(one, wanted.form), loaded, wanted)
    if press.compared(id_):  # else the pack itself says that there is nothing to compare with
        tell_notes(press.notes)


def _each(press: "Press", ids: Sequence[str], loaded: "Loaded", wanted: Wanted) -> None:
    _put(ids, lambda one: press.pack(one, wanted.form), loaded, wanted)
    tell_notes(press.notes)


def _summary(press: "Press", chosen: _Chosen, loaded: "Loaded", wanted: Wanted) -> None:
    from relplan.reports.saved import SUMMARY
    from relplan.reports.summary.build import Asked

    asked = Asked(day(wanted.today), chosen.owner, chosen.unread)
    name = f"{SUMMARY}-{chosen.owner}" if chosen.owner else SUMMARY
    _put([name], lambda _: press.summary(asked, wanted.form), loaded, wanted)
    tell_notes(press.notes)


def _put(
    names: Sequence[str], make: Callable[[str], bytes], loaded: "Loaded", wanted: Wanted
) -> None:
    """Print the one pack, or write each, and print where; a dry run shows what it would be."""
    tried = wanted.dry_run and wanted.form != "pdf" and not wanted.many
    if not (wanted.save or wanted.out) or (wanted.save and tried):
        _print(make(names[0]), wanted.form)
        return
    from relplan.cli.progress import Progress
    from relplan.reports.spread import spread

    write, places = _writer(names, loaded, wanted)
    if wanted.dry_run:
        for place in places:
            print(safe(f"would write {place}"))
        return
    with spread(make, names) as packs, Progress(_bar(0, len(names))) as tell:
        for number, (place, content) in enumerate(zip(places, packs, strict=True), 1):
            write(place, content)
            tell(_bar(number, len(names)))
    for place in places:
        print(safe(place))


def _writer(
    names: Sequence[str], loaded: "Loaded", wanted: Wanted
) -> tuple[Callable[[str, bytes], object], Sequence[str]]:
    """What writes a pack to a place, and the places; Refused before anything is written."""
    from relplan.reports import saved
    from relplan.reports.press import ENDINGS

    ending, date = ENDINGS[wanted.form], day(wanted.today).isoformat()
    if wanted.out is None:
        places = [saved.place_in_book(name, date, ending) for name in names]
        return lambda place, content: saved.save_pack(loaded.root, place, content), places
    places = [str(wanted.out / f"{name}.{ending}") for name in names]
    saved.refuse_foreign(places)
    return saved.put_out, places


def _print(content: bytes, form: str) -> None:
    if form == "pdf":
        sys.stdout.buffer.write(content)
    else:
        print(content.decode("utf-8"), end="")


def _bar(done: int, all_: int) -> str:
    full = _WIDE * done // all_
    return f"[{'#' * full}{'-' * (_WIDE - full)}] {done} of {all_} packs"
