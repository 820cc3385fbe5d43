"""A change in a plan as a sentence, as one colleague tells another."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from relplan.analysis.change import Change
from relplan.analysis.state import count
from relplan.clock import civil_date, spoken
from relplan.model.choices import INFLUENCES, STANCES, TIES

SECTIONS: Mapping[str, Sequence[str]] = {
    "the plan": ("renamed", "won", "status", "owner", "priority", "reviewed"),
    "people": ("came", "left", "stance", "influence", "tie", "role", "ours"),
    "strengths and weaknesses": (
        "answered",
        "unanswered",
        "weakness new",
        "weakness gone",
        "strength new",
        "strength gone",
    ),
    "goals": (
        "goal met",
        "goal unmet",
        "progress",
        "goal reworded",
        "target",
        "measure reworded",
        "goal slipped",
        "goal brought forward",
        "goal back",
        "goal dated",
        "goal undated",
        "goal new",
        "goal gone",
    ),
    "initiatives": (
        "done",
        "late",
        "work slipped",
        "work brought forward",
        "work back",
        "work dated",
        "work undated",
        "added",
        "begun",
        "dropped",
        "reopened",
        "gone",
        "reworded",
        "work owner",
    ),
    "promises": ("kept", "broken"),
    "verdicts": ("verdict",),
    "findings": ("finding new", "finding gone"),
}
"""Every kind of change by the heading that it stands under, in the order of a report."""


class Words(NamedTuple):
    """What is needed to say a change: our members by id, and today."""

    names: Mapping[str, str]
    today: date


_ORDERS: Mapping[str, tuple[Sequence[str], str, str]] = {
    "stance": (tuple(reversed(STANCES)), "warmed", "cooled"),
    "influence": (tuple(reversed(INFLUENCES)), "rose", "fell"),
    "tie": (TIES, "grew", "weakened"),
}
"""For words that have an order, from the least: what going up and down is called."""

_SAID: Mapping[str, tuple[str, ...]] = {
    "renamed": ("{before} is called {after} now",),
    "won": ("", "", "", "{what} was a prospect and is a client now"),
    "status": ("The relationship is {after} now, it was {before}",),
    "owner": (
        "{after} answers for the client now, no longer {before}",
        "{after} answers for the client now",
        "Nobody answers for the client now, {before} did",
    ),
    "priority": ("The priority went from {before} to {after}",),
    "reviewed": ("", "A review was held on {after}"),
    "came": ("", "{what} is new: {after}", "", "{what} is new"),
    "left": (
        "{what} ({before}) left on {after}",
        "{what} left on {after}",
        "{what} ({before}) is no longer in the plan",
        "{what} is no longer in the plan",
    ),
    "stance": (
        "{what} {moved} from {before} to {after}",
        "{what} is noted as {after} now",
        "{what} is no longer noted as {before}",
    ),
    "influence": (
        "The influence of {what} {moved} from {before} to {after}",
        "The influence of {what} is noted as {after} now",
        "The influence of {what} is no longer noted, it was {before}",
    ),
    "tie": (
        "The tie to {what} {moved} from {before} to {after}",
        "The tie to {what} is noted as {after} now",
        "The tie to {what} is no longer noted, it was {before}",
    ),
    "role": (
        "{what} went from {before} to {after}",
        "{what} is noted as {after} now",
        "{what} is no longer noted as {before}",
    ),
    "ours": (
        "{after} keeps the tie to {what} now, no longer {before}",
        "{after} keeps the tie to {what} now",
        "Nobody keeps the tie to {what} now, {before} did",
    ),
    "answered": ("", "A goal answers a weakness now ({after}): {what}"),
    "unanswered": ("", "", "No goal answers a weakness any more ({before} did): {what}"),
    "weakness new": ("", "", "", "New weakness: {what}"),
    "weakness gone": ("", "", "", "No longer in the plan as a weakness: {what}"),
    "strength new": ("", "", "", "New strength: {what}"),
    "strength gone": ("", "", "", "No longer in the plan as a strength: {what}"),
    "goal new": ("", "New goal {what}: {after}"),
    "goal gone": ("", "", "The goal {what} is no longer in the plan: {before}"),
    "goal met": (
        "The goal {what} is met: {after}, it was {before}",
        "The goal {what} is met: {after}",
    ),
    "goal unmet": (
        "The goal {what} is no longer met: {after}, it was {before}",
        "",
        "The goal {what} is no longer met: nothing is counted, it was {before}",
    ),
    "progress": (
        "{what} is at {after}, it was {before}",
        "{what} is at {after}",
        "Nothing is counted for {what} any more, it was {before}",
    ),
    "target": (
        "The target of {what} went from {before} to {after}",
        "{what} has a target now: {after}",
        "{what} has no target any more, it was {before}",
    ),
    "goal reworded": ("The goal {what} was reworded: it said “{before}” and says “{after}”",),
    "measure reworded": ("{what} is measured by “{after}” now, no longer by “{before}”",),
    "added": ("", "{what} is new: {after}"),
    "done": (
        "{what} was done on {after}: {before}",
        "{what} was done on {after}",
        "{what} was done: {before}",
        "{what} was done",
    ),
    "begun": ("", "", "", "{what} has begun"),
    "dropped": ("", "", "", "{what} was dropped"),
    "reopened": ("", "", "{what} is open again, it was {before}"),
    "gone": ("", "", "{what} is no longer in the plan: {before}"),
    "late": ("", "", "{what} passed its date, {before}, and is not done"),
    "reworded": ("{what} was reworded: it said “{before}” and says “{after}”",),
    "work owner": (
        "{what} went from {before} to {after}",
        "{after} does {what} now",
        "Nobody does {what} now, {before} did",
    ),
    "kept": ("Kept on {after}{late}: {what}",),
    "broken": ("", "", "Not kept by {before}: {what}"),
    "verdict": ("{what} is judged {after} now, it was {before}; its words were altered",),
    "finding new": ("", "New, {what}: {after}"),
    "finding gone": ("", "", "Gone, {what}: {before}"),
}
"""By kind, the words for: both before and after, only after, only before, neither."""

_MOVED: Mapping[str, tuple[str, ...]] = {
    "slipped": ("{what} slipped by {days}, from {before} to {after}{times}",),
    "brought forward": ("{what} was brought forward by {days}, from {before} to {after}{times}",),
    "back": ("{what} is back at its date, {after}{times}",),
    "dated": ("", "{what} has a date now: {after}"),
    "undated": ("", "", "{what} has no date any more, it was {before}"),
}
_MEMBERS = frozenset(["owner", "ours", "work owner"])
_DAYS = frozenset(["reviewed", "left", "done", "late", "kept", "broken"])


def sentence(change: Change, words: Words) -> str:
    """The change in words, with a full stop."""
    noun, _, how = change.kind.partition(" ")
    dates = change.kind in _DAYS or (noun in ("goal", "work") and how in _MOVED)
    said = _MOVED[how] if noun in ("goal", "work") and how in _MOVED else _SAID[change.kind]
    at = 2 * (change.before is None) + (change.after is None)
    pattern = said[(0, 2, 1, 3)[at]]
    what = f"The goal {change.what}" if noun == "goal" and said is _MOVED.get(how) else change.what
    text = pattern.format(
        what=_flat(what),
        before=_value(change.before, change.kind, words, dates=dates),
        after=_value(change.after, change.kind, words, dates=dates),
        moved=_direction(change),
        days=count(abs(change.days), "day"),
        times=f", moved {change.times} times" if change.times > 1 else "",
        late=f", {count(change.days, 'day')} late" if change.days else "",
    )
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _value(text: str | None, kind: str, words: Words, *, dates: bool) -> str:
    if text is None:
        return ""
    if kind in _MEMBERS:
        return words.names.get(text, text)
    try:
        return spoken(civil_date(text), words.today) if dates else _flat(text)
    except ValueError:  # a title or a result beside the day
        return _flat(text)


def _direction(change: Change) -> str:
    order, up, down = _ORDERS.get(change.kind, ((), "", ""))
    if change.before not in order or change.after not in order:
        return "went"
    return up if order.index(change.after) > order.index(change.before) else down


def _flat(text: str) -> str:
    return " ".join(text.split())
