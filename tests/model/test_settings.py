from decimal import Decimal

import pytest
from pydantic import ValidationError

from relplan.model.choices import DEFAULT_TIERS
from relplan.model.durations import Duration
from relplan.model.settings import Settings


def settings(**more):
    return Settings.model_validate({"firm": "Hartwell & Lowe"} | more)


def test_a_firm_is_enough():
    least = settings()
    assert (least.review, least.call_back_after) == (Duration(3, "m"), Duration(3, "d"))
    assert least.calendar.working_days == (0, 1, 2, 3, 4)
    assert least.lint.profile == "team"
    with pytest.raises(ValidationError):
        Settings.model_validate({})


def test_the_cadence_goes_by_priority():
    found = settings(cadence={"A": "2w", "C": "1y"}).cadence
    assert [str(found.of(one)) for one in ("A", "B", "C")] == ["2w", "8w", "1y"]
    with pytest.raises(ValidationError):
        settings(cadence={"D": "2w"})
    with pytest.raises(ValidationError):
        settings(cadence={"A": "never"})


def test_tiers_are_there_by_default_and_may_be_changed_or_added():
    assert set(settings().tiers) == set(DEFAULT_TIERS)
    found = settings(tiers={"staff": {"contacts": "7"}, "intern": {}}).tiers
    assert set(found) == {*DEFAULT_TIERS, "intern"}
    assert (found["staff"].contacts, found["staff"].budget) == (7, None)
    assert found["senior"].lunches == 12
    assert settings().tiers["staff"].budget.amount == Decimal(300)


def test_tiers_that_are_no_group_are_refused():
    for wrong in ("staff", ["staff"], "null"):
        with pytest.raises(ValidationError):
            settings(tiers=wrong)


def test_a_member_is_more_than_a_name():
    member = {"name": "Ben", "tier": "senior", "away": {"from": "2026-08-03", "to": "2026-08-14"}}
    found = settings(team={"ben": member}).team["ben"]
    assert (str(found.away[0].from_), found.away[0].cover) == ("2026-08-03", None)
    with pytest.raises(ValidationError):
        settings(team={"ben": "Ben Archer"})
    with pytest.raises(ValidationError):
        settings(team={"ben": {"name": "Ben"}})


def test_the_calendar_reads_one_or_many():
    found = settings(calendar={"holidays": "GB-ENG", "closed": "2026-12-28"}).calendar
    assert found.holidays == ("GB-ENG",)
    assert [str(day) for day in found.closed] == ["2026-12-28"]
    assert settings(calendar={"holidays": ["GB", "DE-BY"]}).calendar.holidays == ("GB", "DE-BY")


def test_lint_settings_are_read():
    found = settings(
        lint={
            "profile": "strict",
            "ignore": "RP201",
            "per_client": {"acme": {"ignore": ["RP4", "sales-plan"]}},
            "judgement": {"words": {"sales": "white paper"}},
        }
    ).lint
    assert (found.profile, found.ignore) == ("strict", ("RP201",))
    assert found.per_client["acme"].ignore == ("RP4", "sales-plan")
    assert found.judgement.words.sales == ("white paper",)
    with pytest.raises(ValidationError):
        settings(lint={"profile": "lax"})


def test_settings_of_two_books_share_nothing():
    assert settings().tiers is not settings().tiers
    assert settings(tiers={"x": {}}).tiers.keys() - settings().tiers.keys() == {"x"}


def test_what_fmt_tidies_is_opted_into_one_by_one():
    assert settings().fmt.empty
    assert settings(fmt={"sections": "false", "fields": "no"}).fmt.empty
    found = settings(fmt={"sections": "true", "fields": "yes", "indent": "4"}).fmt
    assert (found.sections, found.fields, found.indent) == (True, True, 4)
    assert settings(fmt={"sections": ["client", "prospect"]}).fmt.sections == ("client", "prospect")
    for wrong in ({"indent": "1"}, {"indent": "two"}, {"sections": "maybe"}, {"sections": [["a"]]}):
        with pytest.raises(ValidationError):
            settings(fmt=wrong)
