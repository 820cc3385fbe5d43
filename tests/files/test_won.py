import shutil
from pathlib import Path

import pytest
import yaml
from books import TODAY, write_book
from repositories import git

from relplan.errors import Refused
from relplan.files.book import load
from relplan.files.won import became_client

CONTOSO = """\
# yaml-language-server: $schema=../.relplan/prospect.schema.json
prospect: Contoso Foods   # the family firm
owner: amara
since: 2026-03-02
# who it hangs on
win: {what: They ask us, by: 2026-11-20, sponsor: lena}
voice: ben
core_team: [amara, priya]
roles:
  lena: {name: Lena Hartmann, ours: amara}  # since May

# Backwards.
steps:
  asks:
    what: The council asks
    # the hard one
    people: {lena: propellent, amara: neutral}
    value: |
      a decision
        on their numbers

review: {next: 2027-01-15}
# the end
"""
LOG = "- {date: 2026-11-03, with: [lena], by: amara, how: lunch}\n"
CAMPAIGN = (
    "proposition: We hold the stock\nowner: ben\n"
    "cohort: {is: plants, clients: [acme], prospects: [contoso, other]}\n"
)
BOOK = {
    "prospects/contoso.yaml": CONTOSO,
    "prospects/other.yaml": "prospect: Other\n",
    "touches/contoso.yaml": LOG,
    "campaigns/stock.yaml": CAMPAIGN,
}


def turned(tmp_path, text=CONTOSO, **files):
    root = write_book(tmp_path, {**BOOK, "prospects/contoso.yaml": text, **files})
    return root, became_client(load(root), "contoso", TODAY)


def test_the_plan_is_a_clients_and_holds_what_it_held(tmp_path):
    root, made = turned(tmp_path)
    made.draft.write()
    loaded = load(root)
    plan = loaded.book.plans["contoso"]
    assert loaded.diagnostics == ()
    assert "contoso" not in loaded.book.prospects
    assert (plan.client, plan.owner, plan.priority, plan.status) == (
        "Contoso Foods",
        "amara",
        "B",
        "active",
    )
    assert plan.since == TODAY
    assert plan.team == ("ben", "priya")
    assert plan.roles["lena"].name == "Lena Hartmann"
    assert plan.review.next.isoformat() == "2027-01-15"
    assert made.kept == ("since", "win", "voice", "core_team", "steps")


def test_what_has_no_place_is_kept_word_for_word_with_its_comments(tmp_path):
    root, made = turned(tmp_path)
    made.draft.write()
    text = (root / "clients/contoso.yaml").read_text()
    before, after = yaml.safe_load(CONTOSO), yaml.safe_load(yaml.safe_load(text)["won"])
    assert after == {key: before[key] for key in made.kept}
    for line in CONTOSO.splitlines():
        if not line.startswith(("prospect:", "# yaml-language-server:")):
            assert line.strip() in text
    assert text.startswith("# yaml-language-server: $schema=../.relplan/plan.schema.json\n")
    assert "client: Contoso Foods   # the family firm\n" in text


def test_touches_stay_and_campaigns_name_them_as_a_client(tmp_path):
    root, made = turned(tmp_path)
    made.draft.write()
    assert (root / "touches/contoso.yaml").read_text() == LOG
    cohort = load(root).book.campaigns["stock"].cohort
    assert (cohort.clients, cohort.prospects) == (("acme", "contoso"), ("other",))
    assert made.campaigns == ("campaigns/stock.yaml",)


def committed(root, made):
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "a prospect")
    made.draft.write()
    git(root, "add", "-A")
    git(root, "commit", "-qm", "a client")
    shown = git(root, "log", "--follow", "--format=%s", "--", "clients/contoso.yaml")
    return shown.splitlines()


def test_git_follows_a_plan_of_which_most_stays(tmp_path):
    root = tmp_path / "team"
    shutil.copytree(Path(__file__).parents[2] / "examples/team", root)
    made = became_client(load(root.resolve()), "contoso", TODAY)
    assert made.alike > 80
    assert committed(root, made) == ["a client", "a prospect"]


def test_how_much_stays_is_told_of_a_plan_that_git_does_not_follow(tmp_path):
    root, made = turned(tmp_path)
    assert made.alike < 55
    assert committed(root, made) == ["a client"]


@pytest.mark.parametrize(
    "text",
    [
        "prospect: Contoso\r\nsteps:\r\n  a: {what: b}\r\nstatus: resting\r\n",
        "\ufeffprospect: Contoso\nsteps:\n  a: {what: b}\nstatus: resting\n",
        "steps:\n  a: {what: b}\nstatus: resting\nprospect: Contoso",
        "prospect: Contoso\nstatus: resting\ncore_team:\n- ben\n- priya\nsteps:\n    a:\n        what: b\n",
    ],
)
def test_every_way_to_write_lines_is_taken(tmp_path, text):
    root, made = turned(tmp_path, text)
    made.draft.write()
    plan = load(root).book.plans["contoso"]
    kept = yaml.safe_load(plan.won)
    assert (kept["steps"], kept["status"], plan.status) == (
        {"a": {"what": "b"}},
        "resting",
        "active",
    )


def test_a_plan_without_anything_to_keep_is_only_moved(tmp_path):
    root, made = turned(tmp_path, "prospect: Contoso\npriority: C\n")
    made.draft.write()
    plan = load(root).book.plans["contoso"]
    assert (made.kept, plan.won, plan.priority, plan.team) == ((), None, "C", ())


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"prospects/contoso.yaml": "prospect: C\nsteps: {a: {what: b, needs: c}}\n"},
            (
                "prospects/contoso.yaml:2: `c` is not a step of this plan; known: a; mend this first, so"
                " that nothing of it is lost; nothing was changed"
            ),
        ),
        (
            {"clients/contoso.yaml": "client: Mine\npriority: A\n"},
            "prospects/contoso.yaml:1: ",
        ),
        (
            {"prospects/contoso.yaml": "{prospect: C, steps: {a: {what: b}}}\n"},
            (
                "prospects/contoso.yaml:1: the plan stands in brackets here; write each section on a line"
                " of its own; nothing was changed"
            ),
        ),
        (
            {"campaigns/stock.yaml": CAMPAIGN.replace("owner: ben", "owner: nobody")},
            (
                "campaigns/stock.yaml:2: `nobody` is not in the team of relplan.yaml; known: amara, ben,"
                " priya; mend this first, so that nothing of it is lost; nothing was changed"
            ),
        ),
    ],
)
def test_what_cannot_be_moved_whole_is_refused(tmp_path, files, said):
    root = write_book(tmp_path, {**BOOK, **files})
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    with pytest.raises(Refused) as refused:
        became_client(load(root), "contoso", TODAY)
    assert str(refused.value).startswith(said)
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before
