import pytest
from books import write_book

from relplan.errors import Refused, SeveralFit
from relplan.files import names
from relplan.files.document import document_of
from relplan.files.names import Plans, names_of, readable, team_of
from relplan.model import ids

PLAN = """\
client: Acme plc
roles:
  jane: {name: Jane Porter, cadence: nonsense}
  raj: Raj Patel
weaknesses: {w: {text: Nobody knows Raj}}
goals:
  g1: {goal: They call us, initiatives: {clinic: {what: Close clinic}, walk: A walk}}
  g2: Another
"""


def of(text):
    return names_of(document_of("clients/acme.yaml", text.encode())[0])


def test_a_plan_names_its_people_goals_and_initiatives_in_either_form():
    found = of(PLAN)
    assert found.name == "Acme plc"
    assert found.people == {"jane": "Jane Porter", "raj": "Raj Patel"}
    assert found.weaknesses == {"w": "Nobody knows Raj"}
    assert found.goals == {"g1": "They call us", "g2": "Another"}
    assert found.initiatives == {"clinic": "Close clinic", "walk": "A walk"}
    assert found.goal_of == {"clinic": "g1", "walk": "g1"}


@pytest.mark.parametrize("text", ["", "- a\n", "x", "roles: [a]\n", "client: [a]\nroles:\n"])
def test_what_is_no_plan_names_nothing(text):
    assert not any(of(text))


@pytest.fixture
def root(tmp_path):
    files = {"clients/borg.yaml": "client: [\n", "prospects/arvo.yaml": "prospect: Arvo Foods\n"}
    return write_book(tmp_path, {**files, "clients/Not An Id.yaml": "", "prospects/acme.yaml": ""})


def test_every_plan_has_its_name_and_one_that_cannot_be_read_its_id(root):
    assert dict(Plans(root)) == {"acme": "Acme plc", "arvo": "Arvo Foods", "borg": "borg"}
    assert dict(Plans(root, ("clients",))) == {"acme": "Acme plc", "borg": "borg"}
    assert len(Plans(root)) == 3


def test_a_file_is_read_only_when_its_name_matters(root, monkeypatch):
    read = []
    monkeypatch.setattr(names, "called", lambda _, paths: read.append(paths) or 1 / 0)
    assert ids.find("acme", Plans(root), "client") == "acme"
    assert ids.find("bo", Plans(root), "client") == "borg"
    assert read == []
    with pytest.raises(ZeroDivisionError):
        ids.find("foods", Plans(root), "client")


def test_plans_that_fit_both_are_named(root):
    with pytest.raises(SeveralFit, match=r"acme \(Acme plc\), arvo \(Arvo Foods\)"):
        ids.find("a", Plans(root), "client")


def test_the_document_of_a_client_goes_before_a_prospects_and_must_have_fields(root):
    assert Plans(root).document("acme").path == "clients/acme.yaml"
    with pytest.raises(Refused, match=r"^this plan cannot be read:\nclients/borg.yaml:"):
        Plans(root).document("borg")


def test_a_file_without_fields_is_refused(root):
    document, _ = document_of("prospects/acme.yaml", b"")
    with pytest.raises(Refused, match="no fields stand there"):
        readable(document, root, "this plan cannot be read")


def test_the_team_has_names_and_addresses(root):
    settings = "firm: H\nteam:\n  ben: {name: Ben Archer, email: ben@h.example}\n  zed: Zed\n"
    (root / "relplan.yaml").write_text(settings, "utf-8")
    assert team_of(root) == {"ben": ("Ben Archer", "ben@h.example"), "zed": ("Zed", "")}
    (root / "relplan.yaml").write_text("- x\n", "utf-8")
    with pytest.raises(Refused, match="the settings cannot be read"):
        team_of(root)
