"""Findings that one other word mends."""

import pytest
from books import BASE, TODAY, write_book

from relplan.files.book import load
from relplan.files.draft import Draft
from relplan.rules.fixing import can_mend, mend
from relplan.rules.runner import lint

PLAN = "clients/acme.yaml"
LOG = "touches/acme.yaml"
PEOPLE = (
    "roles:\n"
    "  jane: {name: Jane Porter, role: decision-maker, ours: ben}\n"
    "  marcus: {name: Marcus Steele, ours: ben}\n"
)
HEAD = "client: Acme plc\nowner: amara\npriority: A\nreview: {next: 2027-01-12}\n"


def mended(folder, files, *, unsafe=False):
    """The texts that --fix leaves, and how many findings it mends."""
    loaded = load(write_book(folder, files))
    draft = Draft(loaded)
    found = mend(draft, lint(loaded, TODAY), loaded.documents, unsafe=unsafe)
    return {path: draft.text(path) for path in files}, len(found)


def plan(folder, text, *, unsafe=False):
    texts, number = mended(folder, {PLAN: HEAD + text}, unsafe=unsafe)
    return texts[PLAN].removeprefix(HEAD), number


def raj(fields):
    """The people of a plan, the last of them with these fields."""
    return f"{PEOPLE}  raj: {{name: Raj Patel, {fields}}}  # kept\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("role: decision maker", "role: decision-maker"),
        ("role: Decision_Maker", "role: decision-maker"),
        ("role: desicion-maker", "role: decision-maker"),
        ("influence: High", "influence: high"),
        ("stance: suporter", "stance: supporter"),
        ("since: 5 Jan 2024", "since: 2024-01-05"),
        ("since: 2024/1/5", "since: 2024-01-05"),
        ("since: 25.1.2024", "since: 2024-01-25"),
        ('since: "20240105"', 'since: "2024-01-05"'),
        ("reports_to: marcs", "reports_to: marcus"),
        ("ours: amarra", "ours: amara"),
        ("influences: [marucs]", "influences: [marcus]"),
        ("titel: CFO", "title: CFO"),
        ("phone: 0113", 'phone: "0113"'),
    ],
)
def test_words_that_can_only_mean_one_thing_are_mended(tmp_path, wrong, right):
    assert plan(tmp_path, raj(wrong)) == (raj(right), 1)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("role: decider-maker", "role: decision-maker"),
        ("since: 5/1/2024", "since: 2024-01-05"),
        ("reports_to: mark", "reports_to: marcus"),
        ("reports_to: jan", "reports_to: jane"),
        ("tie: crede", "tie: credible"),
    ],
)
def test_a_guess_is_made_only_where_guesses_are_wanted(tmp_path, wrong, right):
    assert plan(tmp_path, raj(wrong)) == (raj(wrong), 0)
    assert plan(tmp_path, raj(wrong), unsafe=True) == (raj(right), 1)


@pytest.mark.parametrize("word", ["role: boss", "since: soon", "reports_to: zoe", "budget: 4"])
def test_what_nothing_is_near_to_stays(tmp_path, word):
    assert plan(tmp_path, raj(word), unsafe=True) == (raj(word), 0)


def test_a_key_is_not_respelled_to_one_that_is_there(tmp_path):
    text = raj("titel: CFO, title: Chief")
    assert plan(tmp_path, text, unsafe=True) == (text, 0)


def test_a_key_and_the_words_below_it_are_mended_together(tmp_path):
    text = "weaknesses: {w: Slow}\n" + PEOPLE
    text += "goals:\n  g: {goal: They call us, answrs: [w], initiatives: {i: {waht: A day}}}\n"
    right = text.replace("answrs", "answers").replace("waht", "what")
    assert plan(tmp_path, text) == (right, 2)


def test_a_person_who_stands_as_a_key_is_mended(tmp_path):
    path = "prospects/contoso.yaml"
    text = (
        "prospect: Contoso\nroles: {otto: Otto Lang}\n"
        "steps: {board: {what: They hear us, people: {ottto: detractor}}}\n"
    )
    texts, number = mended(tmp_path, {path: text})
    assert (texts[path], number) == (text.replace("ottto", "otto"), 1)


def test_a_log_and_the_settings_are_mended_too(tmp_path):
    log = "- {date: 3 Nov 2026, with: [jane], by: bne, how: lunch}\n"
    settings = BASE["relplan.yaml"].replace("tier: principal", "tier: principel")
    texts, number = mended(tmp_path, {LOG: log, "relplan.yaml": settings})
    assert texts[LOG] == "- {date: 2026-11-03, with: [jane], by: bne, how: lunch}\n"
    assert texts["relplan.yaml"] == BASE["relplan.yaml"]
    assert number == 2


def test_only_the_words_change_whatever_the_file_looks_like(tmp_path):
    text = "\ufeff" + (HEAD + PEOPLE).replace("decision-maker", '"decision maker"')
    text = text.replace("\n", "\r\n") + "# the end"
    texts, number = mended(tmp_path, {PLAN: text})
    assert (texts[PLAN], number) == (text.replace("decision maker", "decision-maker"), 1)


def test_where_they_do_not_read_together_each_is_tried_alone(tmp_path):
    # With `rols` respelled its people are read, and Raj is not there to report to.
    text = "rols: {jane: {name: Jane Porter, reports_to: rajj}}\npriorty: B\nstatus: Active\n"
    wrong = text.replace("priorty: B\n", "")
    assert plan(tmp_path, wrong) == (wrong.replace("Active", "active"), 1)


def test_what_was_not_marked_by_a_word_is_left(tmp_path):
    loaded = load(write_book(tmp_path, {PLAN: "client: [\n"}))
    draft = Draft(loaded)
    assert mend(draft, lint(loaded, TODAY), loaded.documents, unsafe=True) == []
    assert draft.changes() == []


def test_a_mended_book_says_less_and_mending_again_does_nothing(tmp_path):
    files = {PLAN: HEAD + PEOPLE.replace("decision-maker", "Decision Maker")}
    texts, _ = mended(tmp_path / "a", files)
    assert mended(tmp_path / "b", texts) == (texts, 0)


def test_a_finding_says_whether_it_can_be_mended(tmp_path):
    wrong = PEOPLE.replace("decision-maker", "decider-maker")
    found = lint(load(write_book(tmp_path, {PLAN: HEAD + wrong})), TODAY)
    assert [can_mend(one, unsafe=True) for one in found] == [True]
    assert [can_mend(one, unsafe=False) for one in found] == [False]
