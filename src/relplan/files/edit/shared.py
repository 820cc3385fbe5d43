"""Values that stand in more than one place: anchors with aliases."""

from relplan.files.edit.outline import Outline
from relplan.files.edit.part import Part
from relplan.files.edit.refused import NotThere


def refuse_shared(made: Outline, chain: list[Part], gone: Part | None) -> None:
    """NotThere when a change inside of `chain`, or the loss of `gone`, would reach further.

    A value under an anchor is read again at each alias of it.
    """
    for part in chain:
        _refuse_used(made, part, "is used again on line {line}, where the change would show too")
    if gone is None:
        return
    for index in range(gone.first, gone.last):
        anchor = getattr(made.events[index], "anchor", None)
        if anchor is None or made.events[index].__class__.__name__ == "AliasEvent":
            continue
        used = made.used(anchor, gone.last - 1)
        if used is not None:
            line = made.line(made.events[used].start_mark.index)
            raise NotThere(
                made.events[index].start_mark.index,
                f"`&{anchor}` stands in it and is used on line {line}",
            )


def _refuse_used(made: Outline, part: Part, reason: str) -> None:
    if part.anchor is None or part.alias:
        return
    used = made.used(part.anchor, part.first)
    if used is not None:
        line = made.line(made.events[used].start_mark.index)
        raise NotThere(part.start, f"`&{part.anchor}` {reason.format(line=line)}")
