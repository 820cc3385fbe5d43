"""`relplan new campaign`: a file that reads and lints at once, or a list of what is missing."""

import os

import pytest
from books import write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load

WHOLE = (
    "We hold the stock: all of it", "--executive", "ops=ben", "--executive", "it=Lee Wong",
    "--resists", "Dana", "--resistance", "cash is tied up", "--answer", "two pilots first",
)  # fmt: skip
COHORT = ("--where", "priority=A,B", "--where", "of=clients", "--for", "acme")
FILES = {
    "clients/kestrel.yaml": "client: Kestrel Ltd\nowner: ben\npriority: B\nreview: {next: 2027-01-12}\n"
}


@pytest.fixture
def root(tmp_path, monkeypatch):
    for name in ("RELPLAN_ME", "RELPLAN_TODAY", "RELPLAN_BOOK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return write_book(tmp_path / "book", FILES)


def new(root, *words):
    line = ["new", "campaign", *words, "--book", str(root), "--today", "2026-11-25"]
    return CliRunner().invoke(app, line)


def test_a_campaign_begins_with_everything_that_was_said(root):
    done = new(
        root,
        *WHOLE,
        *COHORT,
        "--owner",
        "amara",
        "--promise",
        "no stock-outs",
        "--is",
        "plants",
        "--from",
        "2027-01-11",
        "--to",
        "2027-03-26",
    )
    assert (done.exit_code, done.stdout) == (
        0,
        "campaigns/hold-stock-all.yaml: begun\nnext: relplan campaign targets hold-stock-all\n",
    )
    assert done.stderr == "relplan: its cohort is 2 clients and prospects today\n"
    loaded = load(root)
    assert loaded.diagnostics == ()
    one = loaded.book.campaigns["hold-stock-all"]
    assert (one.proposition, one.promise, one.owner) == (
        "We hold the stock: all of it",
        "no stock-outs",
        "amara",
    )
    assert one.executives == {"ops": "Ben Archer", "it": "Lee Wong"}
    assert one.resistance["cash-tied-up"].answer == "two pilots first"
    assert (one.cohort.what, one.cohort.clients) == ("plants", ("acme",))
    assert one.cohort.where is not None
    assert one.cohort.where.priority == ("A", "B")
    lint = CliRunner().invoke(app, ["lint", "--book", str(root), "--today", "2026-11-25"])
    assert "campaigns/" not in lint.stdout


def test_a_dry_run_prints_the_file_and_writes_none(root):
    done = new(root, *WHOLE, *COHORT, "--dry-run")
    assert done.exit_code == 0
    assert done.stdout.startswith("# yaml-language-server:")
    assert 'proposition: "We hold the stock: all of it"' in done.stdout
    assert not (root / "campaigns").exists()


def test_without_a_terminal_everything_that_is_missing_is_said_at_once(root):
    done = new(root)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "relplan: a campaign has more to say; nothing was written. Missing:\n"
        "- PROPOSITION, what we offer in one sentence\n"
        '- executives of two departments, --executive ops="Dana Reid" --executive it=…\n'
        "- who of ours resists, what they hold against it and what answers it, --resists,"
        " --resistance and --answer\n"
        "- a cohort, --for acme,contoso or --where priority=A\n"
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((*WHOLE, "--where", "colour=red"), 2,
         "--where: `colour` is not one of the words for this; write of, priority, status, tags or owner"),
        ((*WHOLE, "--where", "priority"), 2,
         "--where: 'priority' is no rule; write it as priority=A or tags=plants,audit"),
        ((*WHOLE, "--where", "priority=D"), 3,
         ("this would not read; nothing was changed:\n"
         "campaigns/hold-stock-all.yaml:17: `D` is not one of the words for this; write A, B or C")),
        ((*WHOLE, "--for", "nowhere"), 2, "no client 'nowhere'; there are: acme, kestrel"),
        ((*WHOLE[:3], "--executive", "ops", *WHOLE[5:], *COHORT), 2,
         "'ops' has no `=` with words on both sides; write department=name"),
        ((*WHOLE[:3], "--executive", "it=Ben Archer", *WHOLE[5:], *COHORT), 2,
         "--executive: Ben Archer alone speaks for every department; name somebody else for one of them"),
        ((*WHOLE[:3], "--executive", "I T=Lee", *WHOLE[5:], *COHORT), 2,
         ("--executive: `I T` cannot be an id (lower-case letters, digits and hyphens, at most 64);"
         " write i-t")),
        ((*WHOLE, *COHORT, "--from", "2027-01-11"), 2,
         "--from is the first day of a run; say the last one with --to"),
        ((*WHOLE, *COHORT, "--to", "2026-11-24"), 2,
         "--to: 2026-11-24 is before 2026-11-25, when it begins"),
        ((*WHOLE, *COHORT, "--to", "soon"), 2, None),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_said_and_nothing_is_written(root, words, code, said):
    done = new(root, *words)
    assert (done.exit_code, done.stdout) == (code, "")
    assert (
        done.stderr == f"relplan: {said}\n" if said else done.stderr.startswith("relplan: --to: ")
    )
    assert not (root / "campaigns").exists()


def test_an_id_is_used_once(root):
    assert new(root, *WHOLE, *COHORT, "--id", "stock").exit_code == 0
    done = new(root, *WHOLE, *COHORT, "--id", "stock")
    assert (done.exit_code, done.stderr) == (
        3,
        "relplan: stock is there already (campaigns/stock.yaml); give another id with --id\n",
    )
