"""A short example of each kind of file, for docs/format.md; together they are a book."""

EXAMPLES = {
    "relplan.yaml": """\
firm: Hartwell & Lowe
team:
  amara: {name: Amara Okafor, email: amara@hartwell.example, tier: principal}
  ben: {name: Ben Archer, tier: senior, away: {from: 2026-12-21, to: 2027-01-02, cover: amara}}
cadence: {A: 4w, B: 8w, C: 13w}
calendar: {working_days: mon-fri, holidays: GB-ENG, closed: [2026-12-24]}
""",
    "clients/<id>.yaml": """\
client: Acme Manufacturing plc
owner: amara
priority: A
roles:
  jane: {name: Jane Porter, title: CFO, role: decision-maker, stance: supporter, ours: ben, cadence: 6w}
  raj: {name: Raj Malhotra, role: user, stance: sceptic, ours: amara}
weaknesses:
  no-plant-tie: Nobody of ours knows a plant manager
goals:
  plants-call-us:
    goal: The four plant managers call us before they call anyone else
    answers: [no-plant-tie]
    initiatives:
      close-clinic:
        what: Half-day month-end close clinic at each plant, unpaid
        owner: ben
        by: 2026-12-18
        learns: how each plant really closes its books
        illustrates: each plant keeps a working close checklist
review: {every: quarterly, next: 2027-01-12}
""",
    "touches/<id>.yaml": """\
- {date: 2026-11-03, with: [jane], by: amara, how: lunch, note: Worried about the new audit rules, cost: 64 GBP}
- {date: 2026-11-05, with: [raj], by: ben, how: call, answered: false}
- {date: 2026-11-06, with: [jane], by: ben, how: email, promise: {what: send the benchmark, by: 2026-11-20}}
- {date: 2026-11-18, with: [jane], by: ben, how: email, kept: send the benchmark}
""",
    "prospects/<id>.yaml": """\
prospect: Contoso Foods
owner: amara
win: {what: They ask us to run the plant-cost programme, by: 2027-09-30, sponsor: lena}
roles:
  lena: {name: Lena Hoff, title: COO, role: sponsor}
steps:
  board-hears-proof: {what: The board hears the pilot's result, by: 2027-07-01, people: {lena: propellent}}
homework:
  waste-cost: {learned: Waste cost is reported monthly to the family, from: interview, date: 2026-10-02}
""",
    "campaigns/<id>.yaml": """\
proposition: We hold the stock on your shelf and you pay when you use it
owner: ben
resistance: {cash: {who: amara, what: cash is tied up, answer: pilot with two clients}}
cohort: {is: plants with more than three sites, clients: [acme], where: {priority: [A, B], tags: plants}}
runs: {from: 2027-01-11, to: 2027-03-26}
pitches:
  - {date: 2027-01-14, at: acme, to: jane, by: ben, outcome: open, feedback: asks who owns damaged goods}
""",
}
