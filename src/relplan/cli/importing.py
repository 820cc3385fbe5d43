"""The two imports behind `relplan import`: chosen, previewed, asked about, written all or none."""

import sys
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from relplan.cli.options import tell_faults
from relplan.cli.plans import Work
from relplan.cli.progress import Progress
from relplan.errors import Refused, WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.analysis.matching import Match
    from relplan.files.contacts.contact import Contact
    from relplan.files.contacts.reading import Foreign


_WEEKS = 13


class Wishes(NamedTuple):
    """What was asked for besides the client and the files."""

    only: tuple[str, ...]
    company: str | None
    answers: Mapping[str, str]
    columns: Mapping[str, str]
    into_notes: tuple[str, ...]
    since: str | None
    me: str | None
    yes: bool
    dry_run: bool


def people(here: Work, files: Sequence["Foreign"], wishes: Wishes) -> int:
    """Import people; returns the exit code: 1 when somebody was not read or is not told apart."""
    from relplan.analysis.choosing import chosen_of, with_notes
    from relplan.analysis.matching import matches
    from relplan.files.contacts.reading import contacts_in
    from relplan.reports.imported import preview

    contacts = contacts_in(files, wishes.columns)
    them = [with_notes(one, wishes.into_notes) for one in contacts.people]
    roles = _roles(here)
    answers = _answers(wishes.answers, them, roles)
    found = matches(them, roles, answers)
    chosen = chosen_of(found, wishes.only, wishes.company)
    print(preview(found, contacts, chosen=chosen), end="")
    if _asks(wishes) and (more := _asked(chosen, roles)):
        chosen = chosen_of(matches(them, roles, {**answers, **more}), wishes.only, wishes.company)
    writing = [one for one in chosen if one.kind in {"new", "changed"}]
    if writing and may_write(wishes, len(writing)):
        with Progress("writing"):
            _put(here, writing, roles)
        end_import(here)
    open_ = [one for one in chosen if one.kind == "ambiguous"]
    _tell_open(open_, wishes)
    return int(bool(open_ or contacts.unread))


def _put(here: Work, writing: "Sequence[Match]", roles: Mapping[str, Any]) -> None:
    from relplan.files.importing import NewText, put_people

    new = [one.contact for one in writing if one.kind == "new"]
    changes = [
        NewText(one.person, change.field, change.new) for one in writing for change in one.changes
    ]
    put_people(here.draft, here.path, new, changes, roles)


def meetings(here: Work, files: Sequence["Foreign"], wishes: Wishes) -> int:
    """Import past meetings as touches; returns the exit code."""
    from relplan.analysis.meetings import Ours, met
    from relplan.cli.lines import typed_day
    from relplan.cli.options import asker, with_its_log
    from relplan.files.contacts.calendar import Window, meetings_of
    from relplan.reports.imported_meetings import preview

    book = here.loaded.book
    since = typed_day("--since", wishes.since, here.today) if wishes.since else None
    window = Window(since or here.today - timedelta(weeks=_WEEKS), here.today - timedelta(days=1))
    read = [meetings_of(one.name, one.text, window) for one in files]
    ours = Ours(book.settings.team, asker(wishes.me, here.loaded.root, book))
    log = book.touches.get(with_its_log(here.loaded, here.client), ())
    found = met([one for some, _ in read for one in some], _roles(here), ours, log)
    unread = [one for _, some in read for one in some]
    print(preview(found, unread, window), end="")
    writing = [one for one in found if not one.why]
    if writing and may_write(wishes, len(writing)):
        for one in writing:
            here.draft.log(here.client, one.fields)
        end_import(here)
    return int(bool(unread))


def end_import(here: Work) -> None:
    """Write what the draft holds, and print every line that came."""
    here.draft.write()
    for one in here.draft.lines():
        if one.added:
            print(safe(f"{one.path}:{one.line}: {one.text}"))
    tell_faults(here.draft.checked(), here.client)


def _roles(here: Work) -> Mapping[str, Any]:
    plan = here.loaded.book.everyone().get(here.client)
    if plan is None:
        raise Refused(f"{here.path} cannot be read as a plan; see relplan lint")
    unread = set(here.names.people) - set(plan.roles)
    if unread:
        listed = ", ".join(sorted(unread))
        raise Refused(f"{here.path}: {listed} cannot be read; mend it first; nothing was changed")
    return plan.roles


def _answers(
    typed: Mapping[str, str], them: "Sequence[Contact]", roles: Mapping[str, object]
) -> dict[str, str]:
    """What `--is` says, by the place of the contact: a line alone will do where it is one file's."""
    from relplan.analysis.matching import NEW

    places = [one.place for one in them]
    found = {}
    for where, who in typed.items():
        fits = [one for one in places if one == where or one.rpartition(":")[2] == where]
        if len(fits) != 1:
            what = "nobody begins" if not fits else "somebody begins in each of several files"
            raise WrongUse(f"--is: {what} in line {where}; take the line that the preview names")
        if who != NEW and who not in roles:
            raise WrongUse(f"--is: no person {who!r}; there are: {', '.join(roles) or 'none yet'}")
        found[fits[0]] = who
    return found


def _asks(wishes: Wishes) -> bool:
    return on_a_terminal() and not wishes.dry_run


def _asked(chosen: "Sequence[Match]", roles: Mapping[str, object]) -> dict[str, str]:
    """Ask about each who cannot be told apart; whoever is left out with Enter is not imported."""
    from relplan.analysis.matching import NEW
    from relplan.reports.imported import question

    found: dict[str, str] = {}
    for one in chosen:
        while one.kind == "ambiguous" and one.contact.place not in found:
            offered = ", ".join([*one.candidates, NEW])
            said = typer.prompt(
                f"{question(one)}\n  who is it? ({offered}; Enter: leave out)",
                default="", show_default=False, err=True,
            ).strip()  # fmt: skip
            if not said:
                break
            if said == NEW or said in roles:
                found[one.contact.place] = said
            else:
                print(safe(f"no person {said!r}; type an id, or {NEW}"), file=sys.stderr)
    return found


def may_write(wishes: Wishes, count: int) -> bool:
    """True when it was asked for; without a terminal nobody can be asked, so `--yes` is needed."""
    if wishes.dry_run or wishes.yes:
        return wishes.yes
    if not on_a_terminal():
        raise Refused("nothing was written; --yes writes what the preview shows")
    return typer.confirm(f"write {count}?", err=True)


def _tell_open(open_: "Sequence[Match]", wishes: Wishes) -> None:
    if open_ and not wishes.dry_run:
        one = open_[0]
        who = (*one.candidates, "new")[0]
        line = one.contact.place.rpartition(":")[2]
        print(
            f"relplan: {len(open_)} ambiguous and left out; say who it is, such as --is {line}={who}",
            file=sys.stderr,
        )


def on_a_terminal() -> bool:
    """True when somebody is there to be asked."""
    return sys.stdin.isatty()
