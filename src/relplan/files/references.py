"""Words that refer to something: people, members, weaknesses, clients, steps and initiatives.

An id that exists in the file but whose entry could not be used still counts as known: its own
diagnostic is enough.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from relplan.diagnostics import Diagnostic, Instead
from relplan.files.document import Document
from relplan.files.explain import CODES
from relplan.files.known import Known
from relplan.files.places import EITHER_PLAN, EITHER_SIDE, Use, uses
from relplan.model import ids

_NAMES = {"person": "unknown-person", "member": "unknown-member"}
_SAID = {
    ("person",): "is nobody in {where}",
    EITHER_SIDE: "is neither in this plan's roles or `ours` nor in the team",
    ("member",): "is not in the team of relplan.yaml",
    ("tier",): "is not a tier of relplan.yaml",
    ("weakness",): "is not a weakness of this plan",
    ("initiative",): "is not an initiative of this plan",
    ("step",): "is not a step of this plan",
    ("client",): "is not a client of this book",
    ("prospect",): "is not a prospect of this book",
    EITHER_PLAN: "is neither a client nor a prospect of this book",
}


def unknown_references(
    documents: Mapping[str, Document], paths: Iterable[str] | None = None
) -> Iterator[Diagnostic]:
    """A diagnostic for every id that refers to nothing in the book; of these files, or of all."""
    known = Known(documents)
    for path in documents if paths is None else paths:
        for use in uses(documents[path]):
            # Of a plan that cannot be read nobody knows whom it names: its own fault is enough.
            fitting = known.fitting(use)
            # What a `void` strikes is told by the lint rule that knows the lines (RP505).
            if fitting is not None and use.id not in fitting and not use.place.word:
                yield _diagnostic(use, fitting)


def _diagnostic(use: Use, fitting: Iterable[str]) -> Diagnostic:
    name = _NAMES.get(use.place.kinds[0], "unknown-id")
    where = (
        "this plan" if not use.document.path.startswith(("touches/", "campaigns/")) else "the plan"
    )
    known = list(fitting)
    said = _SAID[use.place.kinds].format(where=f"{where}'s roles")
    near = ids.nearest(use.id, known)
    if near:
        advice = f"did you mean {near}?"
    elif known:
        listed = ", ".join(sorted(known)[:12])
        advice = f"known: {listed}{' and more' if len(known) > 12 else ''}"
    else:
        people = name != "unknown-id"
        advice = (
            "nobody is written there yet: add them" if people else "none is written yet: add it"
        )
    message = f"`{use.id[:64]}` {said}; {advice}"
    found = use.document.at(use.node, CODES[name], name, message, item=use.item)
    slip = near is not None and ids.is_slip(use.id, near, known)
    return replace(found, instead=Instead(near, slip) if near else None)
