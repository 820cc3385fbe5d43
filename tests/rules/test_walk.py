"""The nodes of a book, each with its file and its path."""

from books import write_book

from relplan.files.book import load
from relplan.model.plan import Goal, Initiative, Plan
from relplan.model.settings import Settings
from relplan.model.touch import Touch
from relplan.rules.walk import parts

HEAD = "client: Acme plc\nowner: amara\npriority: A\nroles: {jane: Jane Porter}\n"
LINE = "- {date: 2026-01-0%s, with: [jane], by: amara, how: call}\n"


def nodes(folder, **files):
    """File to (path, kind) of each node; `clients__acme` is clients/acme.yaml."""
    paths = {f"{name.replace('__', '/')}.yaml": text for name, text in files.items()}
    loaded = load(write_book(folder, paths))
    return {
        part.path: [(path, node.__class__) for path, node in part.nodes]
        for part in parts(loaded.book, loaded.documents)
    }


def test_the_settings_come_first(tmp_path):
    found = nodes(tmp_path)
    assert [*found] == ["relplan.yaml", "clients/acme.yaml"]
    assert found["relplan.yaml"][0] == ((), Settings)


def test_every_record_of_a_plan_has_its_path(tmp_path):
    goal = "goals: {g: {goal: They call us, initiatives: {a: A day, b: A week}}}\n"
    found = nodes(tmp_path, clients__acme=HEAD + goal)["clients/acme.yaml"]
    assert found[0] == ((), Plan)
    assert [one for one in found if one[0][:1] == ("goals",)] == [
        (("goals", "g"), Goal),
        (("goals", "g", "initiatives", "a"), Initiative),
        (("goals", "g", "initiatives", "b"), Initiative),
    ]


def test_lines_of_a_log_have_the_index_of_the_file(tmp_path):
    log = LINE % 1 + "- {date: never}\n" + LINE % 2
    found = nodes(tmp_path, clients__acme=HEAD, touches__acme=log)["touches/acme.yaml"]
    assert [path for path, kind in found if kind is Touch] == [(0,), (2,)]


def test_a_line_that_was_struck_and_the_line_that_struck_it_are_left_out(tmp_path):
    log = LINE % 1 + LINE % 2 + "- {void: 2026-01-01, with: [jane], by: amara, date: 2026-01-03}\n"
    found = nodes(tmp_path, clients__acme=HEAD, touches__acme=log)["touches/acme.yaml"]
    assert [path for path, _ in found] == [(1,)]


def test_a_log_without_its_document_has_no_nodes(tmp_path):
    loaded = load(write_book(tmp_path, {"touches/acme.yaml": LINE % 1}))
    (log,) = [part for part in parts(loaded.book, {}) if part.path == "touches/acme.yaml"]
    assert (log.id, [*log.nodes]) == ("acme", [])
