"""Ways to a win for tests: read from YAML as the book reads it, without a disk."""

import json
from pathlib import Path

from charts import NAUGHTY
from hypothesis import strategies as st
from scenes import TODAY, book

from relplan.files.book import Loaded
from relplan.files.document import document_of
from relplan.files.measured import Measured
from relplan.reports.win.way import way

SMALL = """\
prospect: Contoso Foods
owner: amara
win: {what: They ask us to run it, by: 2027-09-30, sponsor: lena}
voice: amara
core_team: [amara, ben]
roles:
  lena: {name: Lena Hartmann, influence: high}
  otto: {name: Otto Hartmann, influence: high}
ours:
  marcus: {name: Marcus Hale, title: our finance director, force: detractor, motive: fears hours}
  pia: {name: Pia, force: propellent, motive: likes kitchens, answer: she leads}
steps:
  asks: {what: The council asks, by: 2027-09-17, needs: [checks, capped], people: {lena: propellent}, value: a decision}
  checks: {what: The methods are compared, stage: compare, by: 2027-02-26, needs: night, people: {otto: detractor}}
  night: {what: We spend a night there, by: 2026-11-20, people: {lena: propellent, ben: propellent}, value: ten notes}
  capped: {what: Our partners agree on hours, by: 2026-09-30, done: 2026-09-21, people: {marcus: detractor}}
homework:
  waste: {learned: Waste is reported monthly, from: interview, who: a driver, date: 2026-10-02, topic: waste, for: night}
  price: {learned: They look at the price, from: our first sales call, topic: waste, for: checks}
metrics:
  calls: {what: calls made, target: 9, actual: 2}
  asked: {what: meetings the sponsor asked for, target: 3, actual: 1}
"""


def loaded(text, id_="contoso"):
    """A book of this one prospect, with its document."""
    path = f"prospects/{id_}.yaml"
    document, troubles = document_of(path, text.encode())
    assert not troubles
    made = book(prospects={id_: document.root.plain()}, calendar={"working_days": "mon-fri"})
    return Loaded(Path(), made, {path: document})


def a_way(text=SMALL, today=TODAY, counts=None, trouble=""):
    """The way to the win that the text describes."""
    return way(loaded(text), "contoso", today, Measured(counts or {}, trouble))


def naughty(payload):
    """A small way in which every text is this one."""
    return a_way(
        json.dumps(
            {
                "prospect": payload,
                "win": {"what": payload, "by": "2027-09-30"},
                "roles": {"otto": {"name": payload}},
                "ours": {"m": {"name": payload, "title": payload, "force": "detractor"}},
                "steps": {
                    "b": {"what": payload, "value": payload, "people": {"otto": "detractor"}},
                    "a": {"what": payload, "stage": payload, "people": {"m": "detractor"}},
                },
                "homework": {"h": {"learned": payload, "from": payload, "topic": payload}},
                "metrics": {"n": {"what": payload}},
            }
        )
    )


READABLE = [one for one in NAUGHTY if not {"\x00", "\x1b", "\ufffe", "\x07"} & {*one}]


@st.composite
def any_ways(draw):
    """Any chain of up to twelve steps: forks, loose ends, late and taken steps, any text."""
    ids = [f"s{at}" for at in range(draw(st.integers(0, 12)))]
    texts = st.sampled_from([*READABLE, "Otto checks our method against his own costing"])
    days = st.sampled_from(["2026-10-01", "2026-12-01", "2027-03-01", None])
    steps = {}
    for at, id_ in enumerate(ids):
        needs = draw(st.lists(st.sampled_from(ids[at + 1 :]), unique=True)) if ids[at + 1 :] else []
        people = draw(
            st.dictionaries(
                st.sampled_from(["otto", "lena", "ben", "nobody"]),
                st.sampled_from(["propellent", "neutral", "detractor"]),
            )
        )
        step = {"what": draw(texts), "by": draw(days), "done": draw(days), "value": draw(texts)}
        said = {key: one for key, one in step.items() if one is not None}
        steps[id_] = {**said, "needs": needs, "people": people}
    name = draw(texts)
    roles = {"otto": {"name": name, "influence": "high"}, "lena": {"name": "Lena"}}
    win = {"what": draw(texts), "by": "2027-09-30"}
    return a_way(json.dumps({"prospect": name, "win": win, "roles": roles, "steps": steps}))
