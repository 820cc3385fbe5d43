"""The partners' page over all clients."""

from datetime import date
from pathlib import Path

import naughty
import pages
import pytest
from books import write_book
from markdown_it import MarkdownIt

from relplan.files.book import load
from relplan.reports.press import Press
from relplan.reports.review import in_mermaid, summary_markdown, values_of
from relplan.reports.summary import build
from relplan.reports.summary.build import CLIENTS, QUESTIONS, SILENT, Asked
from relplan.reports.templates import Templates

TODAY = date(2026, 11, 25)
TEAM = Path(__file__).parents[2] / "examples" / "team"


def press_of(root):
    loaded = load(root)
    return Press(loaded, TODAY, list(loaded.book.everyone()))


def summary_of(root, owner=None):
    loaded = load(root)
    press = Press(loaded, TODAY, list(loaded.book.everyone()))
    looked = [press._looked(id_) for id_ in loaded.book.everyone()]
    return build(loaded.book, Asked(TODAY, owner), looked)


def book(tmp_path, files=None, touches=""):
    return write_book(tmp_path, {"touches/acme.yaml": touches, **(files or {})})


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_the_page_of_the_example_book_is_as_it_was(golden, form):
    text = press_of(TEAM).summary(Asked(TODAY), form).decode()
    golden(f"team-summary.{'md' if form == 'markdown' else form}", text)


def test_the_page_is_sound_html():
    assert pages.faults(press_of(TEAM).summary(Asked(TODAY), "html").decode()) == []


@pytest.mark.parametrize("text", naughty.TEXTS)
def test_foreign_text_changes_nothing_but_words(quay, text):
    def tree(said):
        naughty.book(quay, said)
        press = Press(load(quay), TODAY, ["naughty"])
        press._found.clear()  # what the judge says of it hangs on the words
        tokens = MarkdownIt("commonmark", {"html": True}).enable(["table"])
        found = tokens.parse(press.summary(Asked(TODAY), "markdown").decode())
        kinds = [[c.type for c in one.children or () if "text" not in c.type] for one in found]
        page = press.summary(Asked(TODAY), "html").decode()
        return [one.type for one in found], kinds, pages.structure(page)

    assert tree(text) == tree("plain")


def test_the_gravest_come_first():
    found = summary_of(TEAM)
    assert found.clients[0].name == "Calder Valley Homes Ltd"
    assert found.clients[0].mark == "damaged"
    assert found.questions[0].client == "Calder Valley Homes Ltd"
    assert [one.client for one in found.damaged] == ["Calder Valley Homes Ltd"]
    assert found.damaged[0].state.endswith("at the step “breathe”: nobody calls until 4 Dec")


def test_no_client_takes_the_whole_page():
    asked = [one.client for one in summary_of(TEAM).questions]
    assert len(set(asked[:9])) == 9


def test_a_silent_person_who_decides_is_named_with_the_keeper(tmp_path):
    log = "- {date: 2026-08-01, with: [jane], by: ben, how: call}\n"
    (row,) = summary_of(book(tmp_path, touches=log)).silent
    assert (row.name, row.client, row.ours) == ("Jane Porter", "Acme plc", "Ben Archer")
    assert (row.last, row.due) == ("1 Aug, call", "86 days late")


@pytest.mark.parametrize(
    ("log", "silent"),
    [
        ("- {date: 2026-05-01, with: [jane], by: ben}\n", 1),
        ("- {date: 2026-06-01, with: [jane], by: ben}\n", 0),
        ("", 1),
    ],
)
def test_without_a_cadence_half_a_year_is_silence(tmp_path, log, silent):
    plan = (
        "client: Acme plc\nowner: amara\npriority: A\n"
        "roles:\n  jane: {name: Jane Porter, role: decision-maker, ours: ben, cadence: never}\n"
    )
    found = summary_of(book(tmp_path, {"clients/acme.yaml": plan}, log))
    assert [one.due for one in found.silent] == ["no cadence"] * silent


def test_in_a_breathing_period_silence_is_what_was_agreed(tmp_path):
    plan = (
        "client: Acme plc\nowner: amara\npriority: A\nstatus: damaged\n"
        "roles:\n  jane: {name: Jane Porter, role: decision-maker, ours: ben}\n"
        "repair: {began: 2026-10-01, step: breathe, until: 2026-12-01, our_faults: [Late]}\n"
    )
    found = summary_of(book(tmp_path, {"clients/acme.yaml": plan}))
    assert not found.silent
    assert found.paragraph.startswith("1 client (1 damaged).")


def test_what_does_not_fit_is_counted(tmp_path):
    plan = "client: C{0}\npriority: C\nroles: {{j: {{name: J{0}, role: decision-maker, cadence: never}}}}\n"
    many = {f"clients/c{n}.yaml": plan.format(n) for n in range(CLIENTS + 5)}
    found = summary_of(write_book(tmp_path, many))
    assert len(found.clients) == CLIENTS
    assert "5 more have something that waits." in found.calm
    assert len(found.questions) == QUESTIONS
    assert found.more_questions.endswith(" more questions stand in the packs.")
    assert len(found.silent) == SILENT
    assert found.more_silent == f"{CLIENTS + 5 - SILENT} more people stand in the packs."


def test_promises_reviews_and_late_work_stand_in_the_paragraph(tmp_path):
    plan = (
        "client: Acme plc\nowner: amara\npriority: A\n"
        "roles:\n  jane: {name: Jane Porter, role: decision-maker, ours: ben}\n"
        "goals: {g: {goal: G, by: 2027-01-01, initiatives: {i: {what: I, by: 2026-11-01}}}}\n"
        "review: {next: 2026-12-01}\n"
    )
    log = "- {date: 2026-11-20, with: [jane], by: ben, promise: {what: send it, by: 2026-11-21}}\n"
    assert summary_of(book(tmp_path, {"clients/acme.yaml": plan}, log)).paragraph == (
        "1 client. The one contact is on time. 1 of 1 open initiative or step is late."
        " 1 promise is broken, to Acme plc. Next review: Acme plc (1 Dec)."
    )


def test_a_book_without_clients_says_so(tmp_path):
    root = write_book(tmp_path)
    (root / "clients" / "acme.yaml").unlink()
    found = summary_of(root)
    assert found.paragraph == "There is no client to look at."
    text = summary_markdown(found, Templates(root))
    assert "No plan waits for a decision." in text


def test_of_one_owner_only_their_own_line_stands_among_ours(tmp_path):
    found = summary_of(book(tmp_path), owner="amara")
    assert found.whose == "Amara Okafor's clients"
    assert [one.name for one in found.members] == ["Amara Okafor"]


def test_news_are_told_in_words_three_of_a_client(tmp_path):
    plan = "client: Acme plc\nowner: amara\npriority: A\nroles:\n" + "".join(
        f"  p{n}: {{name: P{n}, since: 2026-11-0{n}}}\n" for n in range(1, 6)
    )
    (news,) = summary_of(book(tmp_path, {"clients/acme.yaml": plan})).news
    assert news.news == ("P1 is new.", "P2 is new.", "P3 is new.")
    assert (news.more, news.since) == ("and 2 more", "since 25 Aug")


def test_what_was_not_read_is_named(tmp_path):
    loaded = load(book(tmp_path))
    found = build(loaded.book, Asked(TODAY, None, ["touches/x.yaml"]), [])
    assert found.sources[-1] == "Not read, and not counted: touches/x.yaml."


def test_templates_see_texts_only():
    def kinds(value):
        if isinstance(value, dict):
            return set().union(*map(kinds, value.values()))
        if isinstance(value, list):
            return set().union(set(), *map(kinds, value))
        return {type(value).__name__}

    assert kinds(values_of(summary_of(TEAM), in_mermaid)) == {"str"}
