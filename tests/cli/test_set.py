import pytest
from scenes import ACME, SETTINGS, write_book
from typer.testing import CliRunner

from relplan.cli.app import app

ARVO = "prospect: Arvo Foods\n"


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path / "book", prospects__arvo=ARVO)


def set_(root, *words):
    return CliRunner().invoke(app, ["set", "--book", str(root), "--today", "2026-11-25", *words])


def text(root, path="clients/acme"):
    return (root / f"{path}.yaml").read_text("utf-8")


def test_the_old_line_is_shown_beside_the_new_one_and_every_other_byte_stays(root):
    done = set_(root, "acme", "priority", "B")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "clients/acme.yaml: taken out: priority: A\nclients/acme.yaml:3: priority: B\n"
    )
    assert text(root) == ACME.replace("priority: A", "priority: B")


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (["jane.stance", "mentor"], 'phone: "0113 4960"}', 'phone: "0113 4960", stance: mentor}'),
        (["raj.cadence", "never"], "cadence: 26w", "cadence: never"),
        (["raj.ours", "--remove"], ", ours: ben, cadence", ", cadence"),
        (["team", "ben,amara"], "priority: A\n", "priority: A\nteam: [ben, amara]\n"),
        (["review.next", "next", "month"], "2027-01-12", "2026-12-01"),
        (["clinic.hours", "16"], "owner: ben}", "owner: ben, hours: 16}"),
        (["close-clinic.what", "A: b"], "what: Close clinic at each plant", 'what: "A: b"'),
        (["raj.external", "yes"], "cadence: 26w}", "cadence: 26w, external: yes}"),
    ],
)
def test_each_kind_of_value_is_written_in_its_place(root, words, old, new):
    done = set_(root, "acme", *words)
    assert done.exit_code == 0, done.stderr
    assert text(root) == ACME.replace(old, new)


def test_a_missing_section_is_begun_in_its_place(root):
    assert set_(root, "acme", "notes", "Ring before nine").exit_code == 0
    assert text(root) == ACME.replace("priority: A\n", "priority: A\nnotes: Ring before nine\n")


def test_the_settings_are_set_as_the_book(root):
    assert set_(root, "book", "ben.tier", "staff").exit_code == 0
    assert text(root, "relplan") == SETTINGS.replace("tier: senior", "tier: staff")
    assert set_(root, "relplan.yaml", "cadence.A", "5w").exit_code == 0
    assert text(root, "relplan").endswith("cadence:\n  A: 5w\n")


def test_a_client_called_book_is_a_client(root):
    write_book(root, clients__book="client: Book Ltd\npriority: A\n")
    assert set_(root, "book", "priority", "C").exit_code == 0
    assert text(root, "clients/book") == "client: Book Ltd\npriority: C\n"


def test_a_prospect_is_set_too(root):
    assert set_(root, "arvo", "priority", "A").exit_code == 0
    assert text(root, "prospects/arvo") == f"{ARVO}priority: A\n"


def test_what_is_said_already_is_no_change(root):
    done = set_(root, "acme", "priority", "A")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "nothing to change: it says so already\n"


def test_a_dry_run_shows_the_diff(root):
    assert "-priority: A\n+priority: B\n" in set_(root, "acme", "priority", "B", "--dry-run").stdout
    assert text(root) == ACME
