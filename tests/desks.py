"""Desks for the tests of the editor's server: a book in which there is something of everything."""

from books import write_book

from relplan.lsp.desk import Desk

PLAN = """\
client: Acme plc
owner: amara
priority: A
since: 2024-01-01
roles:
  jane: {name: Jane Porter, title: CFO, role: decision-maker, stance: supporter, ours: ben, tie: credible, cadence: 4w}
  raj:
    name: Raj Malhotra
    role: user
    reports_to: jane
    ours: amara
strengths:
  first-call: They ring us first
weaknesses:
  no-plant-tie: {text: Nobody of ours knows a plant manager, evidence: the log}
goals:
  plants-call-us:
    goal: The plant managers call us first
    answers: [no-plant-tie]
    by: 2027-06-30
    initiatives:
      open-door:
        what: Free workshop to open the door for the next audit
        owner: ben
        by: 2026-12-18
        for: [raj]
review: {every: quarterly, next: 2027-01-12}
"""
LOG = """\
- {date: 2026-11-03, with: [jane], by: ben, how: lunch, note: Worried about the new rules}
- {date: 2026-11-05, with: [raj, jane], by: amara, how: call}
- {date: 2026-11-06, by: ben, void: 2026-11-05 raj}
"""
FILES = {"clients/acme.yaml": PLAN, "touches/acme.yaml": LOG}
ACME = "clients/acme.yaml"


def desk(tmp_path, files=None):
    return Desk(write_book(tmp_path, {**FILES, **(files or {})}))


def split(text):
    """A text with `¦` where the cursor stands: the text without it, and the offset."""
    return text.replace("¦", ""), text.index("¦")


def applied(text, edits):
    """The text after the edits of it."""
    for one in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: one.start] + one.text + text[one.end :]
    return text
