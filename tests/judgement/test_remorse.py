"""Words of fault and apology, and their innocent neighbours."""

import pytest

from relplan.judgement.remorse import Sides, apology, fault_told, sides, their_fault

NAMED = sides(["Dominic Sykes", "Shabana Mirza", 'Will "Mac" Ng'], ["Amara Okafor", "Ben Archer"])


@pytest.mark.parametrize(
    "text",
    [
        "They sent the papers late",
        "Dominic never sent the invoices",
        "We filed late because they did not send the figures",
        "Late information from Shabana",
        "Both sides were slow",
        "Their bookkeeper forgot to post it",
        "The client was unclear",
        "Delay due to their holidays",
        "Unrealistic deadlines",
        "It was partly their own mistake",
    ],
)
def test_a_fault_that_is_theirs_is_told_by_its_words(text):
    assert their_fault(text, NAMED) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Two CIS returns filed late, for June and July",
        "The July VAT return used last year's recovery rate",
        "We knew on 21 August and rang on 1 September",
        "They asked twice and we did not answer",
        "We did not notice their error in June",
        "They were late to hear it from us",
        "We sent the draft so late that they did not check it",
        "They never heard from us in August",
        "Dominic learned it from the press",
        "We missed the mistakes in their return",
        "Nobody told Shabana",
        "Their subcontractors were paid late",
        "We took their trust for granted",
        "We lost his papers",
        "Wrong invoices to them",
        "He had to explain our mistake to his board",
    ],
)
def test_a_fault_of_ours_stays_ours(text):
    assert their_fault(text, NAMED) is None


@pytest.mark.parametrize(
    "text",
    [
        "Told her that it was their own fault",
        "Reminded him that he had forgotten to sign",
        "Explained it was not our fault",
        "Pointed out their mistake in the June figures",
        "Told Dominic he never sent the papers",
        "It takes two, I said",
        "Blamed their bookkeeper",
        "They were also to blame, I said",
    ],
)
def test_a_note_that_tells_them_of_their_fault(text):
    assert fault_told(text, NAMED) is not None


@pytest.mark.parametrize(
    "text",
    [
        "She said it was not our fault",
        "He told me that it was his own mistake",
        "Told her about June, July and the VAT",
        "We did not point out their mistakes",
        '"It was our fault too", she said',
        "Dominic admitted they were late",
        "I told him what we did wrong",
        "Told him the truth; he never raised his voice",
        "Showed her the error in our return",
        "They are late with the new site",
        "Told them that their staff had been right",
        "Explained their options",
    ],
)
def test_a_note_that_tells_nobody_of_a_fault(text):
    assert fault_told(text, NAMED) is None


@pytest.mark.parametrize(
    "text",
    [
        "Apologised for the late returns",
        "I apologised again",
        "We apologised",
        "Rang Dominic and apologised",
        "Said sorry",
        "Amara apologised in person",
        "Sent a written apology",
        "Told her we are sorry",
        "Sorry again about June",
        "Opened with an apology",
        "He was cross and I apologised",
        "Humbly apologised",
        "Our apologies, once more",
    ],
)
def test_an_apology_of_ours(text):
    assert apology(text, NAMED) is not None


@pytest.mark.parametrize(
    "text",
    [
        "He apologised for shouting",
        "Dominic rang and apologised",
        "Did not apologise again",
        "She accepted our apology",
        "No more apologies from here on",
        "She wants an apology",
        "Went forward without apologising",
        "Shabana says sorry for the tone",
        "She took the apology well",
        "He is sorry to see Ben go",
        "Handed over the file, ten minutes, standing. No more apologies from here on",
    ],
)
def test_no_apology_of_ours(text):
    assert apology(text, NAMED) is None


def test_the_words_that_decide_are_those_of_the_text():
    assert (
        their_fault("We were late, because  Dominic never sent it", NAMED) == "Dominic never sent"
    )
    assert apology("Rang Dominic. Apologised, at length", NAMED) == "Apologised"


def test_names_count_only_as_they_are_written_and_short_parts_not_at_all():
    assert named_words() == ("Dominic", "Sykes", "Shabana", "Mirza", "Will", "Mac")
    assert their_fault("Will never sent the figures", NAMED)
    assert their_fault("It will never sent", NAMED) is None
    assert their_fault("Otto never sent the figures", NAMED) is None


def named_words():
    return NAMED.theirs


def test_without_names_the_pronouns_are_left():
    assert their_fault("They never sent the figures", Sides())
    assert apology("We apologised", Sides())
    assert apology("Amara apologised", Sides()) is None


@pytest.mark.parametrize("quotes", ['""', "“”", "„“", "«»"])
def test_quoted_words_are_somebody_elses(quotes):
    left, right = quotes
    assert (
        fault_told(f"She: {left}It was not your fault, it was not our fault{right}", NAMED) is None
    )


def test_an_endless_note_is_read_at_its_beginning():
    assert apology("he " * 300_000 + "We apologised", NAMED) is None
