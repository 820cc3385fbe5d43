"""A believable book of any size, the same for the same seed.

Usage: python benchmarks/make_book.py FOLDER --plans 200 [--seed 7]

A plan has 10 people, 9 initiatives and 40 touches; plan and log are about 11 KB. To every 20 clients
comes a prospect, and to every 100 a campaign. Nine people of ten were met within their cadence, as
in a team that works with its list; the rest is late.
"""

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

TODAY = date(2026, 11, 25)
TEAM = 24
CADENCES = {"4w": 28, "6w": 42, "8w": 56, "13w": 91}
FIRST = [
    "Jane",
    "Raj",
    "Marcus",
    "Lena",
    "Otto",
    "Priya",
    "Ben",
    "Amara",
    "Tom",
    "Ines",
    "Yusuf",
    "Grace",
    "Pavel",
    "Noor",
    "Eva",
    "Ian",
]
LAST = [
    "Porter",
    "Mehta",
    "Hale",
    "Brandt",
    "Keller",
    "Shah",
    "Archer",
    "Okafor",
    "Reid",
    "Costa",
    "Aydin",
    "Lowe",
    "Novak",
]
PLACES = [
    "Leeds",
    "Hull",
    "York",
    "Ripon",
    "Selby",
    "Derby",
    "Luton",
    "Poole",
    "Truro",
    "Wells",
    "Ely",
    "Bath",
]
TRADES = [
    "Foundry",
    "Mills",
    "Dairy",
    "Freight",
    "Press",
    "Pumps",
    "Glass",
    "Timber",
    "Foods",
    "Optics",
    "Textiles",
    "Tools",
]
ROLES = ("decision-maker", "approver", "influencer", "evaluator", "user", "gatekeeper", "sponsor")
STANCES = ("mentor", "supporter", "supporter", "neutral", "neutral", "sceptic", "opponent")
TIES = ("none", "vendor", "credible", "credible", "problem-solver", "trusted-adviser")
WAYS = ("call", "email", "meeting", "lunch", "visit", "video")
NOTES = (
    "Worried about the new audit rules",
    "The Leeds line stood still for two days",
    "Asked who else closes in five days",
    "Board wants figures by plant",
    "Her deputy leaves in spring",
    "Glad that we came without slides",
)
DEEDS = (
    "Half-day month-end close clinic at the {place} plant, with a checklist that they keep",
    "Interview five of their customers about delivery and hand over what was said",
    "Spend an unpaid day in the {place} warehouse and send back ten observations",
    "Read the last three board papers and mark what a banker would ask",
    "Introduce their new controller to two peers who went through the same merger",
)


def main() -> None:
    """Write the book that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    write_book(asked.folder, asked.plans, asked.seed)


def write_book(folder: Path, plans: int, seed: int = 7) -> None:
    """Write a book of so many plans, each with its log, into a folder that is made."""
    chance = random.Random(seed)  # noqa: S311 -- a repeatable book, not a secret
    for name in ("clients", "touches", "prospects", "campaigns"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "relplan.yaml").write_text(_settings(), encoding="utf-8")
    for number in range(plans):
        id_ = f"client-{number:05}"
        rhythms = [chance.choice([*CADENCES]) for _ in range(10)]
        _write(folder / "clients" / f"{id_}.yaml", _plan(chance, number, rhythms))
        _write(folder / "touches" / f"{id_}.yaml", _log(chance, rhythms))
    for number in range(plans // 20):
        _write(folder / "prospects" / f"prospect-{number:04}.yaml", _prospect(chance, number))
    for number in range(plans // 100):
        _write(folder / "campaigns" / f"campaign-{number:03}.yaml", _campaign(chance, plans))


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _settings() -> str:
    lines = ["firm: Benchmark & Lowe", "team:"]
    for number in range(TEAM):
        tier = ("principal", "senior", "senior", "staff")[number % 4]
        lines.append(f"  m{number}: {{name: Member {number}, tier: {tier}}}")
    return "\n".join(lines) + "\ncalendar: {working_days: mon-fri}\n"


def _name(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def _plan(chance: random.Random, number: int, rhythms: list[str]) -> list[str]:
    place = chance.choice(PLACES)
    lines = [
        f"client: {place} {chance.choice(TRADES)} {number} plc",
        f"owner: m{chance.randrange(TEAM)}",
        f"priority: {chance.choice('ABBCC')}",
        "status: active",
        "since: 2019-03-01",
        "current_work: [Statutory audit FY26]",
        "values:",
        "  plants-first: {text: Plant heads hear news before the press, known_by: interview}",
        "roles:",
    ]
    for person in range(10):
        lines += _person(chance, person, rhythms[person])
    lines += [
        "strengths:",
        "  called-first: {text: Our team is called first, evidence: calls in 2025 and 2026}",
        "weaknesses:",
        "  no-plant-tie: {text: Nobody of ours knows a plant head, evidence: log since 2024}",
        "  slow-answers: {text: We answer after two days, evidence: their survey of May}",
        "goals:",
    ]
    for goal in range(3):
        lines += _goal(chance, goal, place)
    return [*lines, "review: {every: quarterly, next: 2027-01-12}"]


def _person(chance: random.Random, person: int, rhythm: str) -> list[str]:
    chief = f"    reports_to: p{chance.randrange(person)}" if person else "    notes: Before nine"
    return [
        f"  p{person}:",
        f"    name: {_name(chance)}",
        f"    title: {chance.choice(('CFO', 'Controller', 'Head of plant', 'Buyer', 'COO'))}",
        f"    role: {chance.choice(ROLES)}",
        f"    level: {chance.choice(('executive', 'senior', 'manager', 'staff'))}",
        f"    influence: {chance.choice(('high', 'medium', 'low'))}",
        f"    stance: {chance.choice(STANCES)}",
        chief,
        f"    ours: m{chance.randrange(TEAM)}",
        f"    tie: {chance.choice(TIES)}",
        f"    cadence: {rhythm}",
        f"    email: p{person}@client.example",
        "    interests: [sailing, the history of mills]",
        "    known_by: met",
        "    as_of: 2026-09-12",
    ]


def _goal(chance: random.Random, goal: int, place: str) -> list[str]:
    lines = [
        f"  goal-{goal}:",
        f"    goal: The plant heads in {place} call us before they call anyone else",
        f"    answers: [{chance.choice(('no-plant-tie', 'slow-answers'))}]",
        "    by: 2027-06-30",
        "    measure: {what: calls a quarter, target: 4, actual: 1}",
        "    initiatives:",
    ]
    for deed in range(3):
        by = TODAY + timedelta(days=chance.randrange(5, 200))
        lines += [
            f"      deed-{goal}-{deed}:",
            f"        what: {chance.choice(DEEDS).format(place=place)}",
            f"        owner: m{chance.randrange(TEAM)}",
            f"        by: {by}",
            f"        for: [p{chance.randrange(10)}]",
            "        invests: two unpaid days of ours",
            "        learns: how each plant really closes its books",
            "        illustrates: each plant keeps a working checklist",
            "        status: planned",
            "        hours: 16",
        ]
    return lines


def _log(chance: random.Random, rhythms: list[str]) -> list[str]:
    met = []
    for person, rhythm in enumerate(rhythms):
        days = CADENCES[rhythm]
        ago = chance.randrange(1, days) if chance.random() < 0.9 else days + chance.randrange(60)
        for _ in range(4):
            met.append((TODAY - timedelta(days=ago), person))
            ago += chance.randrange(days * 3 // 4, days * 5 // 4)
    return [_touch(chance, day, person) for day, person in sorted(met)]


def _touch(chance: random.Random, day: date, person: int) -> str:
    note = f", note: {chance.choice(NOTES)}"
    more = chance.choice((note, note, f"{note}, hours: 2", ""))
    by = f"by: m{chance.randrange(TEAM)}"
    return f"- {{date: {day}, with: [p{person}], {by}, how: {chance.choice(WAYS)}{more}}}"


def _prospect(chance: random.Random, number: int) -> list[str]:
    lines = [
        f"prospect: {chance.choice(PLACES)} {chance.choice(TRADES)} {number} Group",
        f"owner: m{chance.randrange(TEAM)}",
        "win: {what: They ask us to run the plant-cost programme, by: 2027-09-30, sponsor: p0}",
        "voice: m0",
        "core_team: [m0, m1]",
        "roles:",
    ]
    for person in range(6):
        lines += _person(chance, person, "8w")
    return [
        *lines,
        "ours: {hale: {name: Marcus Hale, force: detractor, motive: fears hours, answer: a cap}}",
        "steps:",
        "  heard: {what: The board hears the result, by: 2027-07-01, needs: runs, value: a cost map}",
        "  runs: {what: A pilot runs in two plants, by: 2027-04-01, people: {p1: propellent}}",
        "metrics: {sponsor-meetings: {what: meetings the sponsor asked for, target: 3, actual: 1}}",
    ]


def _campaign(chance: random.Random, plans: int) -> list[str]:
    at = [f"client-{chance.randrange(plans):05}" for _ in range(10)]
    return [
        "proposition: We hold the stock on your shelf and you pay when you use it",
        "owner: m1",
        "executives: {ops: m0, finance: m4}",
        f"cohort: {{is: plants with more than three sites, clients: [{', '.join(dict.fromkeys(at))}]}}",
        "runs: {from: 2026-10-12, to: 2027-03-26}",
        "pitches:",
        *(
            f"- {{date: 2026-11-{day + 2:02}, at: {one}, to: p{day}, by: m1, feedback: who pays}}"
            for day, one in enumerate(at)
        ),
    ]


if __name__ == "__main__":
    main()
