"""A book with something private of every kind; each private text has the word `zyx` in it."""

SECRET = "zyx"
SETTINGS = (
    "firm: Hartwell & Lowe\nteam:\n  amara: {name: Amara Okafor, tier: principal}\n"
    "  ben: {name: Ben Archer, tier: senior}\n"
)
PLAN = """client: Acme plc
owner: amara
priority: A
since: 2020-01-01
values: {v: {text: Value zyx, PRIVATE}, w: Punctual}
roles:
  jane: {name: Jane zyx, title: CFO zyx, role: decision-maker, stance: opponent, PRIVATE}
  raj: {name: Raj Patel, reports_to: jane, influences: [jane, tom], ours: ben, since: 2020-01-01}
  tom: {name: Tom Reed}
strengths: {s: {text: Strength zyx, PRIVATE}, t: They ring us}
weaknesses: {w: {text: Weakness zyx, evidence: zyx, PRIVATE}, x: Nobody knows the plants}
goals:
  g: {goal: Goal zyx, PRIVATE, initiatives: {i: {what: Present our services zyx, by: 2026-10-01}}}
  h:
    goal: They ring us first
    answers: [w, x]
    initiatives:
      j: {what: Dine zyx, by: 2026-10-01, PRIVATE}
      k: {what: Sit with Raj for a day unpaid, owner: ben, by: 2026-12-01, for: [jane, raj]}
review: {next: 2027-01-12, held: {2026-08-05: {with: [jane, raj], decided: [Start at Leeds]}}}
"""
LOG = """- {date: 2026-09-01, with: [jane], by: ben, how: call, note: Alone zyx}
- {date: 2026-09-02, with: [jane, raj], by: ben, how: lunch, note: Both zyx, promise: {what: zyx, by: 2026-10-01}}
- {date: 2026-09-03, with: [raj], by: ben, how: call, note: Raj zyx, PRIVATE}
- {date: 2026-09-04, with: [raj], by: ben, for: j, note: Dinner zyx}
- {date: 2026-09-05, with: [raj], by: ben, for: i, learned: Goal zyx}
- {date: 2026-11-12, with: [raj, jane], by: ben, note: struck zyx}
- {date: 2026-11-13, by: ben, void: 2026-11-12 jane}
- {date: 2026-11-20, with: [raj], by: ben, how: call, note: Open word}
"""
PROSPECT = """prospect: Contoso
owner: amara
win: {what: They ask us, by: 2027-09-30, sponsor: lena}
roles:
  lena: {name: Lena zyx, PRIVATE}
  otto: {name: Otto Berg}
ours: {dan: {name: Dan zyx, force: detractor, motive: zyx, PRIVATE}}
steps: {pilot: {what: The pilot runs, by: 2027-01-01, people: {lena: propellent, dan: detractor}}}
homework: {waste: {learned: Waste zyx, from: interview, who: zyx, PRIVATE}}
"""
CAMPAIGN = """proposition: We hold the stock
owner: ben
cohort: {clients: [acme]}
runs: {from: 2026-11-01, to: 2026-12-31}
pitches:
  - {date: 2026-11-14, at: acme, to: jane, by: ben, outcome: open, feedback: Asks zyx}
  - {date: 2026-11-15, at: acme, to: raj, by: ben, outcome: open, feedback: Asks openly}
"""


def files(private: str = ", private: true") -> dict[str, str]:
    """The files of the book; without the mark a test shows what it would see."""
    texts = {
        "relplan.yaml": SETTINGS,
        "clients/acme.yaml": PLAN,
        "touches/acme.yaml": LOG,
        "prospects/contoso.yaml": PROSPECT,
        "campaigns/stock.yaml": CAMPAIGN,
    }
    return {path: text.replace(", PRIVATE", private) for path, text in texts.items()}
