from scenes import TODAY, acme, book, jane, listed

from relplan.analysis.sources import LOG, PLAN, SETTINGS


def sources(of, kind="contact", until=TODAY):
    """What each input of the first reason of that kind is, and where it stands."""
    found = [
        one
        for item in listed(of, until=until).items
        for reason in item.reasons
        if reason.kind == kind
        for one in reason.sources
    ]
    return [
        (one.what, one.where, one.touch.date.isoformat() if one.touch else one.path)
        for one in found
    ]


def test_a_contact_comes_from_the_touch_and_the_rhythm_of_the_priority():
    assert sources(acme({}, {"date": "2026-10-01"})) == [
        ("last touch", LOG, "2026-10-01"),
        ("priority", PLAN, ("priority",)),
        ("cadence", SETTINGS, ("cadence", "A")),
    ]


def test_a_persons_own_cadence_and_the_day_we_know_them():
    assert sources(acme({"cadence": "4w"})) == [
        ("known since", PLAN, ("roles", "jane", "since")),
        ("cadence", PLAN, ("roles", "jane", "cadence")),
    ]


def test_a_client_known_longer_than_the_person_and_a_moved_day():
    calendar = {"working_days": "mon-fri"}
    roles = {"jane": {"name": "Jane", "cadence": "4w"}}
    of = book({"acme": {"since": "2026-10-24", "roles": roles}}, calendar=calendar)
    assert [one[0] for one in sources(of)] == ["client since", "cadence", "working days"]


def test_a_snooze_and_tries_are_lines_of_the_log():
    snooze = {"date": "2026-11-07", "snooze": "2026-11-25"}
    assert ("snooze", LOG, "2026-11-07") in sources(acme({}, {"date": "2026-10-01"}, snooze))
    tried = [{"date": "2026-11-01", "answered": False}, {"date": "2026-11-02", "answered": False}]
    assert sources(acme({}, *tried), "call-back") == [
        ("no answer", LOG, "2026-11-01"),
        ("no answer", LOG, "2026-11-02"),
        ("working days to wait", SETTINGS, ("call_back_after",)),
    ]


def test_every_other_kind_names_the_place_of_its_day():
    initiative = {"what": "x", "by": "2026-11-25"}
    of = book(
        {
            "acme": {
                "roles": {"jane": jane(birthday="11-25")},
                "review": {"every": "monthly", "held": {"2026-10-25": {}}},
                "goals": {"g": {"goal": "x", "initiatives": {"i": initiative}}},
                "status": "damaged",
                "repair": {"began": "2026-10-01", "step": "breathe", "until": "2026-11-24"},
            }
        },
        {"acme": [{"date": "2026-11-06", "promise": {"what": "x", "by": "2026-11-25"}}]},
        prospects={"c": {"prospect": "C", "steps": {"s": {"what": "x", "by": "2026-11-25"}}}},
        campaigns={
            "stock": {
                "proposition": "x",
                "pitches": [{"date": "2026-11-01", "at": "acme", "to": "jane", "by": "ben"}],
            }
        },
    )
    assert sources(of, "birthday") == [("birthday", PLAN, ("roles", "jane", "birthday"))]
    assert sources(of, "promise") == [("promise", LOG, "2026-11-06")]
    assert sources(of, "review") == [
        ("last review", PLAN, ("review", "held", "2026-10-25")),
        ("rhythm", PLAN, ("review", "every")),
    ]
    path = ("goals", "g", "initiatives", "i", "by")
    assert sources(of, "initiative") == [("initiative", PLAN, path)]
    assert sources(of, "repair") == [("breathing", PLAN, ("repair", "until"))]
    assert sources(of, "step") == [("step", PLAN, ("steps", "s", "by"))]
    assert sources(of, "pitch") == [("pitch", "campaigns/stock", ("pitches", 0))]
