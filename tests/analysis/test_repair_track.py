"""The steps of a repair, and when each may be left."""

from datetime import date

import pytest
from scenes import book, jane, log, plan

from relplan.analysis.repair_track import STEPS, Scene, began_step, missing, track

FAULT = {"our_faults": ["Two filings late"]}


def scene(*lines, roles=None, **repair):
    """A damaged client with Jane, in repair since 1 November."""
    shape = {"began": "2026-11-01", **FAULT, **repair}
    of = plan(status="damaged", roles=roles or {"jane": jane()}, repair=shape)
    return Scene(of, of.repair, book().settings, log(*lines))


def test_what_is_behind_us_what_is_now_and_what_is_to_come():
    found = track(scene(step="break-ice", taken={"finish": "2026-11-03"}).repair)
    assert [one.step for one in found] == list(STEPS)
    assert [one.state for one in found] == ["taken", "taken", "now", "to come", "to come"]
    assert [one.on for one in found] == [date(2026, 11, 3), None, None, None, None]


def test_of_an_ended_repair_all_is_behind_us():
    found = track(scene(step="forward", ended="2026-11-20").repair)
    assert {one.state for one in found} == {"taken"}


def test_the_step_began_when_the_one_before_was_left():
    assert began_step(scene().repair) == date(2026, 11, 1)
    taken = {"finish": "2026-11-03", "breathe": "2026-11-18"}
    assert began_step(scene(step="ask", taken=taken).repair) == date(2026, 11, 18)
    old = {"ask": "2025-01-01"}
    assert began_step(scene(step="ask", taken=old).repair) == date(2026, 11, 1)


def test_the_ice_may_be_broken_from_the_end_of_the_peace_on():
    taken = {"breathe": "2026-11-18"}
    found = scene(step="break-ice", until="2026-11-15", taken=taken)
    assert began_step(found.repair) == date(2026, 11, 15)
    assert (
        missing(scene({"date": "2026-11-16", "note": "x"}, step="break-ice", until="2026-11-15"))
        is None
    )


PROMISE = {"date": "2026-11-02", "promise": {"what": "send it", "by": "2026-11-10"}}
SAID = {"date": "2026-11-20", "note": "Said that it was us"}


@pytest.mark.parametrize(
    ("lines", "repair", "said"),
    [
        (
            (),
            {"our_faults": []},
            "no fault of ours is written down; own what we did wrong with --fault",
        ),
        (
            (PROMISE,),
            {"corrected": "Filed"},
            "“send it” was promised by 10 Nov and is not kept; keep it first: relplan promise kept",
        ),
        (
            (),
            {},
            "what was finished and put right is not written; say it with --corrected",
        ),
        ((PROMISE, {"date": "2026-11-12", "kept": "send it"}), {"corrected": "Filed"}, None),
        (
            (),
            {"step": "breathe"},
            "the end of the breathing period is not set; set it with --until",
        ),
        (
            (),
            {"step": "breathe", "until": "2026-11-25"},
            "the breathing period lasts until 25 Nov; nobody calls before",
        ),
        ((), {"step": "breathe", "until": "2026-11-24"}, None),
        (
            ({"date": "2026-11-15", "note": "too early"},),
            {"step": "break-ice", "until": "2026-11-15"},
            "no touch since 15 Nov is logged; get in touch, own what went wrong, and log it",
        ),
        (
            ({"date": "2026-11-20"},),
            {"step": "break-ice", "until": "2026-11-15"},
            "the touch of 20 Nov says nothing of what was said; write it down as its note",
        ),
        (
            ({"date": "2026-11-20", "note": "Told her that it was their own fault"},),
            {"step": "break-ice", "until": "2026-11-15"},
            (
                "the note of 20 Nov points out their fault (“Told her that it was their own"
                " fault”); a humble contact owns ours"
            ),
        ),
        ((SAID,), {"step": "break-ice", "until": "2026-11-15"}, None),
        (
            (SAID,),
            {"step": "ask", "taken": {"break-ice": "2026-11-20"}},
            (
                "their answer is not written down; ask what we could have done differently, and say it"
                " with --answer"
            ),
        ),
        ((), {"step": "ask", "answer": "Ring on the first day"}, None),
        (
            ({"date": "2026-11-21", "learned": "They want one list"},),
            {"step": "ask", "taken": {"break-ice": "2026-11-20"}},
            None,
        ),
        (
            (),
            {"step": "forward", "taken": {"ask": "2026-11-20"}},
            "no touch since 20 Nov is logged; the usual rhythm begins with one",
        ),
        ((SAID,), {"step": "forward", "taken": {"ask": "2026-11-19"}}, None),
    ],
)
def test_what_is_missing_before_a_step_is_left(lines, repair, said):
    assert missing(scene(*lines, **repair)) == said


def test_the_usual_rhythm_is_that_of_the_key_people():
    roles = {"jane": jane(), "raj": jane(name="Raj", influence="high"), "eva": jane(name="Eva")}
    found = scene(SAID, roles=roles, step="forward", taken={"ask": "2026-11-19"})
    assert missing(found) == "the usual rhythm is not kept yet: Raj is late"
