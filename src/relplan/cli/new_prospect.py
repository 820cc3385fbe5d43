"""`relplan new prospect`: asks from the win backwards, and writes the plan."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import members, words_for
from relplan.cli.options import BookOption, MeOption, TodayOption, asker, day, open_book
from relplan.errors import WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.book import Loaded


def prospect(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The prospect's full name.")],
    id_: Annotated[
        str | None, typer.Option("--id", help="The file's name; else made from the name.")
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(help="Who of ours answers for it; else you.", autocompletion=members),
    ] = None,
    priority: Annotated[
        str, typer.Option(help="A, B or C.", autocompletion=words_for("Priority"))
    ] = "B",
    win: Annotated[str | None, typer.Option(help="What they do on the won day.")] = None,
    by: Annotated[str | None, typer.Option(metavar="DAY", help="By when it is won.")] = None,
    sponsor: Annotated[str | None, typer.Option(help="Who of theirs wants it, by name.")] = None,
    step: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STEP",
            help="What must be true before, the last first; repeat it. WHAT; by DAY; + WHO;"
            " - WHO: WHY; - ours WHO: WHY > ANSWER; keeps WHAT THEY KEEP",
        ),
    ] = None,
    voice: Annotated[
        str | None, typer.Option(help="Who of ours speaks at C-level.", autocompletion=members)
    ] = None,
    core_team: Annotated[
        str | None,
        typer.Option(
            metavar="MEMBERS", help="Who carries it, with commas.", autocompletion=members
        ),
    ] = None,
    learned: Annotated[
        list[str] | None,
        typer.Option(metavar="WHAT", help="What they value: WHAT from SOURCE; repeat it."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the plan, write nothing.")
    ] = False,
    me: MeOption = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Start a prospect's plan from the win backwards; on a terminal what is missing is asked.

    What does the won day look like, what must be true before it, who touches that, theirs and ours,
    and what drives or holds them back.
    """
    from relplan.cli import typed_steps, win_questions
    from relplan.files import new_prospect, start
    from relplan.model.choices import PRIORITIES

    if priority not in PRIORITIES:
        raise WrongUse(f"--priority: {priority!r} is none of {', '.join(PRIORITIES)}")
    now = day(today)
    loaded = open_book(book)
    team = {one: member.name for one, member in loaded.book.settings.team.items()}
    title = " ".join(name.split())
    new = start.new_id(id_, title, start.taken_ids(loaded.root))
    whose = win_questions.member(owner, team) if owner else asker(me, loaded.root, loaded.book)
    what = win_questions.win(win)
    asked = new_prospect.Asked(
        name=title,
        owner=whose,
        priority=priority,
        win=what,
        by=win_questions.by(by, now),
        sponsor=win_questions.sponsor(sponsor),
        steps=[typed_steps.typed_step(one, now) for one in step or ()]
        or [*win_questions.steps(what, now)],
        voice=win_questions.voice(voice, team),
        core_team=win_questions.core_team(core_team, team),
        lessons=[typed_steps.typed_lesson(one) for one in learned or ()]
        or [*win_questions.lessons()],
    )
    days = (now, loaded.book.settings.review.after(now))
    _finish(loaded, new, new_prospect.text_of(asked, new, days, team), now, dry_run=dry_run)


def _finish(loaded: "Loaded", new: str, text: str, now: date, *, dry_run: bool) -> None:
    """Write the plan, or print it, and say what it still lacks."""
    from relplan.files import write

    path = f"prospects/{new}.yaml"
    lacks = _lacking(loaded, new, text, now)
    out = sys.stderr if dry_run else sys.stdout
    if dry_run:
        print(safe(text, one_line=False), end="", flush=True)
    else:
        write.create(loaded.root / path, text, loaded.root)
        print(f"{path}: begun")
    print("it still lacks:" if lacks else "relplan lint finds nothing missing", file=out)
    for one in lacks:
        print(f"  {safe(one)}", file=out)
    if not dry_run:
        print(f"next: relplan win {new}")


def _lacking(loaded: "Loaded", new: str, text: str, now: date) -> list[str]:
    """What lint says of the plan as it will be."""
    from relplan.files.book import with_texts
    from relplan.rules.old_state import narrow
    from relplan.rules.runner import lint

    path = f"prospects/{new}.yaml"
    after = narrow(with_texts(loaded, {path: text.encode("utf-8")}), [new])
    found = [one for one in lint(after, now) if one.path == path]
    return [f"line {one.line}: {one.code} {one.message} [{one.name}]" for one in found]
