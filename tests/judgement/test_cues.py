"""Word classes and patterns."""

from __future__ import annotations

import pytest

from relplan.judgement.cues import grammar, team_cues


def names(text: str) -> set[str]:
    return {hit.cue.name for hit in grammar().hits(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Help with the tender so that we win the next contract", "purpose-sale"),
        ("Host a lunch and then pitch the new module", "purpose-pitch"),
        ("Grow share of wallet at the bank", "cross-sell"),
        ("Three calls with the buyer per month", "counted-contact"),
        ("Get on their preferred supplier list", "vendor-list"),
        ("Enter the notes in the CRM", "coverage"),
        ("Ask the CFO for referrals", "referral"),
        ("Stay in touch with the dean", "keep-in-touch"),
        ("Strengthen the relationship with the board", "good-intention"),
        ("Send the quarterly newsletter", "own-news"),
        ("Fix the broken macro at our own cost", "unpaid"),
        ("Ask the drivers what slows them down", "learning"),
        ("Send the controller a checklist for year end", "giving"),
    ],
)
def test_a_cue_is_found(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Help their sales team rewrite its training", "our-figures"),
        ("Listening tour of the plants, no pitch", "pitching"),
        ("Improve their pitch to investors", "pitching"),
    ],
)
def test_innocent_words_are_no_cue(text: str, name: str) -> None:
    assert name not in names(text)


def test_a_hit_quotes_its_words() -> None:
    (hit,) = [
        hit
        for hit in grammar().hits("Stay in touch with the dean")
        if hit.cue.name == "keep-in-touch"
    ]
    assert (hit.words, hit.reason) == ("Stay in touch", "contact without content: 'Stay in touch'")


def test_every_cue_quotes_its_words() -> None:
    assert all("{words}" in cue.reason for cue in grammar().cues)


def test_a_team_word_is_matched_as_whole_words() -> None:
    own = team_cues({"sales": ["blue box"], "nonsense": ["lunch"]})
    assert [hit.words for hit in grammar().hits("Blue  box for Ana", own)] == ["Blue  box"]
    assert not grammar().hits("blue boxes", own)


def test_patterns_do_not_run_away() -> None:
    grammar().hits("to win " + "very " * 3000 + "work")
