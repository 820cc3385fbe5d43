from datetime import date

import pytest
import repositories
import scenes

from relplan.files.book import load
from relplan.files.trails import commit_of
from relplan.rules.comparison import Since, compare

TODAY = scenes.TODAY
PLAN = """\
client: Acme plc
owner: {owner}
priority: A
roles:
  jane: {{name: Jane Porter, role: decision-maker, stance: {stance}}}
review: {{next: 2027-01-12{held}}}
goals:
  g: {{goal: The plants call us first, initiatives: {{clinic: {{what: "{what}", owner: ben, by: {by}}}}}}}
"""
GIVES = "Interview five of their customers, unpaid, and give them what we hear"
SELLS = "Present our full service range to procurement"
HELD = ", held: {2026-10-07: {}}"


def plan(stance="sceptic", by="2026-12-18", what=GIVES, held="", owner="amara"):
    return PLAN.format(stance=stance, by=by, what=what, held=held, owner=owner)


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    root = tmp_path / "book"
    root.mkdir()
    repositories.git(root, "init", "-q", "-b", "main", ".")
    return root


def commit(book, day, **files):
    repositories.commit(book, day, relplan=scenes.SETTINGS, **files)


def compared(book, since=None, ids=("acme",), **more):
    loaded = load(book)
    return compare(loaded, TODAY, ids, since or Since(), **more)


def told(book, since=None):
    """The changes, but for those of what the rules find."""
    (one,) = compared(book, since).clients
    own = [change for change in one.changes if "finding" not in change.kind]
    return [(change.kind, change.before, change.after) for change in own]


def findings(book, since=None):
    (one,) = compared(book, since).clients
    return [(change.kind, change.what) for change in one.changes if "finding" in change.kind]


def test_since_the_last_review_held_what_was_committed_on_its_day_is_no_news(book):
    commit(book, "2026-10-07", clients__acme=plan(held=HELD))
    commit(book, "2026-10-08", clients__acme=plan("neutral", held=HELD))
    (one,) = compared(book).clients
    assert [change.kind for change in one.changes] == ["stance"]
    assert (one.begin, one.reviewed, one.begun) == (date(2026, 10, 7), True, "before")
    assert (one.name, one.owner, one.start.day) == ("Acme plc", "amara", date(2026, 10, 7))


def test_without_a_review_it_is_three_months(book):
    commit(book, "2026-08-25", clients__acme=plan())
    commit(book, "2026-08-26", clients__acme=plan("neutral"))
    (one,) = compared(book).clients
    assert (one.begin, one.reviewed) == (date(2026, 8, 25), False)
    assert told(book) == [("stance", "sceptic", "neutral")]


def test_from_a_day_on_includes_that_day(book):
    commit(book, "2026-10-07", clients__acme=plan())
    commit(book, "2026-10-08", clients__acme=plan("neutral"))
    assert told(book, Since(day=date(2026, 10, 8))) == [("stance", "sceptic", "neutral")]
    assert told(book, Since(day=date(2026, 10, 9))) == []


def test_since_a_commit(book):
    commit(book, "2026-10-07", clients__acme=plan())
    begin = commit_of(book, "HEAD")
    commit(book, "2026-10-07", clients__acme=plan("neutral"))
    assert told(book, Since(commit=begin, named="HEAD")) == [("stance", "sceptic", "neutral")]


def test_what_is_not_committed_yet_is_told_too(book):
    commit(book, "2026-08-01", clients__acme=plan())
    (book / "clients" / "acme.yaml").write_text(plan("neutral", "2026-12-31"))
    assert told(book) == [
        ("stance", "sceptic", "neutral"),
        ("work slipped", "2026-12-18", "2026-12-31"),
    ]


def test_how_often_a_date_slipped_is_counted_over_all_versions(book):
    for day, by in (("08-01", "12-01"), ("09-10", "12-10"), ("09-20", "12-10"), ("10-20", "12-20")):
        text = plan(by=f"2026-{by}") + f"# {day}\n"
        commit(book, f"2026-{day}", clients__acme=text)
    (book / "clients" / "acme.yaml").write_text(plan(by="2026-12-24"))
    (change,) = compared(book).clients[0].changes
    assert (change.kind, change.days, change.times) == ("work slipped", 23, 3)


def test_a_verdict_that_changed_with_the_words_and_the_finding_that_it_makes(book):
    commit(book, "2026-08-01", clients__acme=plan())
    commit(book, "2026-10-01", clients__acme=plan(what=SELLS))
    kinds = {change.kind: change for change in compared(book).clients[0].changes}
    assert (kinds["verdict"].before, kinds["verdict"].after) == ("relationship", "sales")
    assert kinds["finding new"].what == "RP301 sales-plan-initiative"
    assert kinds["finding new"].item == "goals.g.initiatives.clinic.what"


def test_a_finding_that_is_gone(book):
    commit(book, "2026-08-01", clients__acme=plan(what=SELLS))
    commit(book, "2026-10-01", clients__acme=plan())
    gone = [one.what for one in compared(book).clients[0].changes if one.kind == "finding gone"]
    assert "RP301 sales-plan-initiative" in gone


def test_a_promise_that_was_logged_late_is_news(book):
    given = "- {date: 2026-10-01, with: [jane], by: ben, promise: {what: call, by: 2026-10-05}}\n"
    kept = "- {date: 2026-10-04, with: [jane], by: ben, kept: call}\n"
    commit(book, "2026-10-07", clients__acme=plan(held=HELD), touches__acme=given)
    assert told(book) == []
    commit(book, "2026-10-20", touches__acme=given + kept)
    assert told(book) == [("kept", "2026-10-05", "2026-10-04")]


def test_a_version_that_cannot_be_read_is_left_out_by_name(book):
    commit(book, "2026-08-01", clients__acme="client: [\n")
    commit(book, "2026-09-01", clients__acme=plan())
    commit(book, "2026-10-01", clients__acme=plan("neutral", "2026-12-20") + "x: [\n")
    commit(book, "2026-10-02", clients__acme=plan("neutral", "2026-12-20"))
    found = compared(book)
    assert [one.kind for one in found.clients[0].changes] == ["stance", "work slipped"]
    first = repositories.git(book, "rev-parse", "HEAD~3")[:10]
    assert found.notes == (f"clients/acme.yaml at {first} cannot be read and is left out",)


def test_an_entry_that_cannot_be_used_neither_came_nor_left(book):
    commit(book, "2026-08-01", clients__acme=plan("septic"))
    commit(book, "2026-10-01", clients__acme=plan("neutral"))
    assert (told(book), findings(book)) == ([], [("finding gone", "RP103 wrong-choice")])
    commit(book, "2026-10-02", clients__acme=plan("septic"))
    since = Since(day=date(2026, 10, 2))
    assert told(book, since) == []
    assert findings(book, since) == [("finding new", "RP103 wrong-choice")]


def test_without_git_the_dates_in_the_plan_tell_and_the_reason_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    scenes.write_book(tmp_path, clients__acme=plan(by="2026-11-02"))
    found = compared(tmp_path)
    (one,) = found.clients
    assert [change.kind for change in one.changes] == ["late"]
    assert (one.begun, one.start) == ("", None)
    assert found.notes == ("this book is not in a git repository, so there is no history yet",)


def test_in_a_shallow_clone_the_oldest_state_here_is_compared_with(book, tmp_path):
    commit(book, "2026-08-01", clients__acme=plan("opponent"))
    commit(book, "2026-10-01", clients__acme=plan("sceptic"))
    commit(book, "2026-10-02", clients__acme=plan("neutral"))
    repositories.git(tmp_path, "clone", "-q", "--depth=2", f"file://{book}", "shallow")
    found = compared(tmp_path / "shallow")
    assert [one.before for one in found.clients[0].changes] == ["sceptic"]
    assert found.clients[0].begun == "first"
    assert "shallow" in found.notes[0]


def test_a_renamed_client_is_compared_with_what_it_was(book):
    commit(book, "2026-08-01", clients__acme=plan(), touches__acme="[]\n")
    repositories.git(book, "mv", "clients/acme.yaml", "clients/acme-plc.yaml")
    repositories.git(book, "mv", "touches/acme.yaml", "touches/acme-plc.yaml")
    repositories.git(book, "commit", "-qm", "x", day="2026-10-01")
    (book / "clients" / "acme-plc.yaml").write_text(plan("neutral"))
    (one,) = compared(book, ids=("acme-plc",)).clients
    assert [change.kind for change in one.changes] == ["stance"]


def test_a_plan_that_is_new_is_compared_with_its_first_version(book):
    commit(book, "2026-08-01")
    commit(book, "2026-10-01", clients__acme=plan())
    commit(book, "2026-10-02", clients__acme=plan("neutral"))
    (one,) = compared(book).clients
    assert (one.begun, one.start.day) == ("new", date(2026, 10, 1))
    assert [change.kind for change in one.changes] == ["stance"]


def test_of_a_whole_book_the_plans_that_are_gone_are_told(book):
    commit(book, "2026-08-01", clients__acme=plan(), clients__bolt=plan(owner="ben"))
    commit(book, "2026-10-01", clients__bolt=None)
    found = compared(book, whole=True).clients
    assert [(one.id, one.begun, one.owner) for one in found] == [
        ("acme", "before", "amara"),
        ("bolt", "gone", "ben"),
    ]
    assert len(compared(book).clients) == 1


def test_each_client_has_the_days_of_its_own_review(book):
    commit(book, "2026-09-01", clients__acme=plan(held=HELD), clients__bolt=plan())
    commit(
        book, "2026-10-01", clients__acme=plan("neutral", held=HELD), clients__bolt=plan("neutral")
    )
    found = compared(book, ids=("acme", "bolt")).clients
    assert [[change.kind for change in one.changes] for one in found] == [[], ["stance"]]
