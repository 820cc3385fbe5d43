from datetime import date

from relplan.analysis.verdicts import Verdicts, judged, team_words, turns
from relplan.model.book import Book
from relplan.model.plan import Plan
from relplan.model.settings import Settings

SETTINGS = Settings.model_validate({"firm": "F"})
SELLS = "Present our full service range to procurement"
GIVES = "Spend an unpaid day in their warehouse and send back ten observations"


def plan(**initiatives):
    goal = {"goal": "They call us first", "initiatives": initiatives}
    return Plan.model_validate({"client": "Acme", "priority": "A", "goals": {"closer": goal}})


def test_every_initiative_is_judged_with_its_place():
    found = judged({"acme": plan(sell=SELLS, give=GIVES)}, SETTINGS)
    assert [(one.goal, one.id, one.judgement.verdict) for one in found["acme"]] == [
        ("closer", "sell", "sales"),
        ("closer", "give", "relationship"),
    ]


def test_a_book_is_judged_once_and_each_initiative_finds_its_own():
    acme = plan(sell=SELLS, give=GIVES)
    verdicts = Verdicts(Book(SETTINGS, plans={"acme": acme}))
    give = acme.goals["closer"].initiatives["give"]
    assert verdicts.of("acme", give).verdict == "relationship"
    assert verdicts.of("nobody", give) is None
    assert verdicts.of_plan("nobody") == ()


def test_the_teams_own_words_are_passed_on_by_side():
    words = {"lint": {"judgement": {"words": {"sales": ["open the mine"]}}}}
    settings = Settings.model_validate({"firm": "F"} | words)
    assert team_words(settings) == {"sales": ("open the mine",)}
    assert team_words(SETTINGS) == {}


def test_turns_tell_what_was_there_what_changed_and_what_went():
    versions = [
        (date(2026, 1, 1), plan(a=SELLS)),
        (date(2026, 3, 1), plan(a=GIVES, b=SELLS)),
        (date(2026, 4, 1), plan(a=GIVES, b=SELLS)),
        (date(2026, 5, 1), plan(a=GIVES)),
    ]
    found = turns(versions, SETTINGS, date(2026, 2, 1))
    assert [(t.day.isoformat(), t.id, t.judgement and t.judgement.verdict) for t in found] == [
        ("2026-02-01", "a", "sales"),
        ("2026-03-01", "a", "relationship"),
        ("2026-03-01", "b", "sales"),
        ("2026-05-01", "b", None),
    ]
    assert [turn.gone for turn in found] == [False, False, False, True]
