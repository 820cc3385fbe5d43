"""What `relplan campaign` writes: the campaign and the log, or neither; and what it refuses."""

import os

import pytest
from books import write_book
from typer.testing import CliRunner

from relplan.cli.app import app

STOCK = (
    "# Ours since the fair.\n"
    "proposition: We hold the stock\n"
    "cohort: {clients: [acme]}   # the first\n"
    "runs: {from: 2026-11-02, to: 2026-12-18}\n"
)
ACME = (
    "client: Acme plc\nowner: amara\npriority: A\n"
    "roles:\n"
    "  jane: {name: Jane Porter, role: decision-maker, ours: ben}\n"
    "  raj: {name: Raj Patel}\n"
    "  otto: {name: Otto Hahn, left: 2026-11-10}\n"
    "review: {next: 2027-01-12}\n"
)
OPEN = "pitches:\n  - {date: 2026-11-18, at: acme, to: jane, by: ben, feedback: asks who counts}\n"
FILES = {
    "campaigns/stock.yaml": STOCK,
    "clients/acme.yaml": ACME,
    "clients/kestrel.yaml": ACME.replace("Acme", "Kestrel"),
    "touches/acme.yaml": '- {date: 2026-11-18, with: [jane], by: ben, note: "first"}\n',
}


@pytest.fixture(autouse=True)
def nobody_asks(monkeypatch):
    for name in ("RELPLAN_ME", "RELPLAN_TODAY", "RELPLAN_BOOK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


def campaign(root, *words, me="ben"):
    line = ["campaign", *words, "--book", str(root), "--today", "2026-11-25"]
    return CliRunner().invoke(app, line + (["--me", me] if me and words[0] != "learn" else []))


def text(root, path="campaigns/stock.yaml"):
    return (root / path).read_text(encoding="utf-8")


def everything(root):
    return {one: one.read_bytes() for one in sorted(root.rglob("*.yaml"))}


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path / "book", FILES)


@pytest.fixture
def pitched(tmp_path):
    return write_book(tmp_path / "book", {**FILES, "campaigns/stock.yaml": STOCK + OPEN})


def test_a_pitch_is_a_line_of_the_campaign_and_of_the_log_and_no_other_byte(pitched):
    before = everything(pitched)
    done = campaign(
        pitched, "pitch", "stock", "--at", "acme", "--to", "raj", "-m", "who counts: us?"
    )
    fields = "{date: 2026-11-25, at: acme, to: raj, by: ben, outcome: open"
    touch = (
        "- {date: 2026-11-25, with: [raj], by: ben, how: meeting,"
        ' note: "pitched stock; who counts: us?"}'
    )
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        f'campaigns/stock.yaml:7:   - {fields}, feedback: "who counts: us?"}}\n'
        f"touches/acme.yaml:2: {touch}\n"
    )
    assert text(pitched) == STOCK + OPEN + f'  - {fields}, feedback: "who counts: us?"}}\n'
    assert text(pitched, "touches/acme.yaml") == FILES["touches/acme.yaml"] + touch + "\n"
    after = everything(pitched)
    changed = {path.name for path in after if after[path] != before[path]}
    assert changed == {"stock.yaml", "acme.yaml"}
    assert after[pitched / "clients" / "acme.yaml"] == before[pitched / "clients" / "acme.yaml"]


def test_the_first_pitch_begins_the_list_and_the_log(root):
    (root / "touches" / "acme.yaml").unlink()
    done = campaign(
        root, "pitch", "stock", "--at", "acme", "--to", "jane", "--date", "mon", "--how", "call"
    )
    assert done.exit_code == 0
    assert text(root).startswith(STOCK + "pitches: [{date: 2026-11-23, at: acme, to: jane")
    assert text(root, "touches/acme.yaml").startswith("- {date: 2026-11-23, with: [jane], by: ben")


def test_a_dry_run_shows_both_changes_and_writes_none(root):
    before = everything(root)
    for words in (
        ["pitch", "stock", "--at", "acme", "--to", "jane"],
        ["learn", "stock", "--version", "We count"],
    ):
        done = campaign(root, *words, "--dry-run")
        assert (done.exit_code, done.stderr) == (0, "")
        assert "+++ b/campaigns/stock.yaml" in done.stdout
    assert everything(root) == before


REFUSED = [
    (["--at", "kestrel", "--to", "jane"], 3,
     ("Kestrel plc is not in the cohort of stock (acme); take them into its `cohort:` first, for what"
     " is pitched to one alone is no campaign; nothing was written")),
    (["--at", "acme", "--to", "otto"], 3,
     "Otto Hahn left Acme plc on 10 Nov; who decides there: Jane Porter; nothing was written"),
    (["--at", "acme", "--to", "jane", "--date", "2026-11-26"], 2,
     "--date: 2026-11-26 is still to come"),
    (["--at", "acme", "--to", "jane", "--date", "2026-11-01"], 3,
     ("1 Nov is before stock begins (2 Nov); pitch it from then on, or let it begin earlier; nothing"
     " was written")),
    (["--at", "acme", "--to", "jane", "--date", "2026-11-18"], 3,
     ("the pitch to Jane Porter on 18 Nov is written already (open); what came of it is written with"
     " relplan campaign answer stock --at acme --to jane; nothing was written")),
    (["--at", "acme", "--to", "jane", "--outcome", "maybe"], 2,
     "--outcome: `maybe` is not one of the words for this; write accepted, declined, later or open"),
    (["--at", "acme", "--to", "nobody"], 2,
     "no person of Acme plc 'nobody'; there are: jane, otto, raj"),
    (["--at", "nowhere", "--to", "jane"], 2,
     "no client 'nowhere'; there are: acme, kestrel"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "code", "said"), REFUSED)
def test_what_cannot_have_been_pitched_is_refused_and_nothing_is_written(
    pitched, words, code, said
):
    before = everything(pitched)
    done = campaign(pitched, "pitch", "stock", *words)
    assert (done.exit_code, done.stdout, done.stderr) == (code, "", f"relplan: {said}\n")
    assert everything(pitched) == before


def test_an_unknown_campaign_is_said_so(root):
    done = campaign(root, "pitch", "stok", "--at", "acme", "--to", "jane")
    assert (done.exit_code, done.stderr) == (
        2,
        "relplan: no campaign 'stok'; did you mean stock (We hold the stock)?\n",
    )


def test_a_campaign_with_a_fault_is_mended_first(pitched):
    path = pitched / "campaigns" / "stock.yaml"
    wrong = "  - {date: 2026-11-19, at: acme, to: raj, by: ben, outcome: maybe}\n"
    path.write_text(text(pitched) + wrong, encoding="utf-8")
    before = everything(pitched)
    done = campaign(
        pitched, "answer", "stock", "--at", "acme", "--to", "jane", "--outcome", "later"
    )
    assert done.exit_code == 3
    assert done.stderr.startswith(
        "relplan: a part of this campaign cannot be read; mend it first; nothing was written:\n"
        "campaigns/stock.yaml:7:"
    )
    assert everything(pitched) == before


def test_a_log_that_cannot_be_read_keeps_the_campaign_as_it_was(root):
    (root / "touches" / "acme.yaml").write_text("- {date: [\n", encoding="utf-8")
    before = everything(root)
    done = campaign(root, "pitch", "stock", "--at", "acme", "--to", "jane")
    assert done.exit_code == 3
    assert "nothing was changed" in done.stderr
    assert everything(root) == before


def test_an_answer_stands_in_the_pitch_and_in_the_log(pitched):
    done = campaign(
        pitched,
        "answer",
        "stock",
        "--at",
        "acme",
        "--to",
        "jane",
        "--outcome",
        "accepted",
        "-m",
        "if we count",
    )
    assert (done.exit_code, done.stderr) == (0, "")
    line = (
        "  - {date: 2026-11-18, at: acme, to: jane, by: ben,"
        " feedback: asks who counts / if we count, outcome: accepted}\n"
    )
    assert text(pitched) == STOCK + "pitches:\n" + line
    assert 'how: call, note: "answer to stock: accepted; if we count"}' in text(
        pitched, "touches/acme.yaml"
    )


def test_an_answer_without_a_word_keeps_the_feedback_and_asks_for_more(pitched):
    done = campaign(
        pitched, "answer", "stock", "--at", "acme", "--to", "jane", "--outcome", "declined"
    )
    assert done.exit_code == 0
    assert done.stderr == "relplan: without a word of what they said of it; --feedback says it\n"
    assert "feedback: asks who counts, outcome: declined}" in text(pitched)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--to", "raj", "--outcome", "later"], 3,
         ("no pitch of stock to Raj Patel waits for an answer; write a new one with relplan campaign"
         " pitch; nothing was written")),
        (["--to", "jane", "--outcome", "later", "--date", "2026-11-17"], 2,
         "--date: 2026-11-17 is before 2026-11-18, when it was pitched"),
        (["--to", "jane", "--outcome", "open"], 2,
         "--outcome: an answer is accepted, declined or later; open it is already"),
    ],
)  # fmt: skip
def test_an_answer_to_nothing_is_refused(pitched, words, code, said):
    before = everything(pitched)
    done = campaign(pitched, "answer", "stock", "--at", "acme", *words)
    assert (done.exit_code, done.stderr) == (code, f"relplan: {said}\n")
    assert everything(pitched) == before


def test_a_version_is_recorded_under_its_day(root):
    done = campaign(
        root, "learn", "stock", "--version", "We count: at night", "--date", "yesterday"
    )
    assert (done.exit_code, done.stderr) == (0, "")
    assert text(root) == STOCK + 'versions: {2026-11-24: "We count: at night"}\n'
    done = campaign(root, "learn", "stock", "--version", "And on Sundays")
    assert '{2026-11-24: "We count: at night", 2026-11-25: "And on Sundays"}' in text(root)


def test_a_day_has_one_version(root):
    campaign(root, "learn", "stock", "--version", "We count")
    before = everything(root)
    done = campaign(root, "learn", "stock", "--version", "We count twice")
    assert done.exit_code == 3
    assert done.stderr == (
        "relplan: campaigns/stock.yaml has a version of 2026-11-25 already: 'We count'; put both into"
        " one sentence there, or give another day with --date; nothing was written\n"
    )
    assert everything(root) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--version", " "],
            "--version: how is the proposition better now? Write it in a sentence",
        ),
        (["--version", "x", "--date", "2026-11-26"], "--date: 2026-11-26 is still to come"),
        (["--dry-run"], "--date and --dry-run go with a new version: --version TEXT"),
    ],
)
def test_a_version_has_words_and_a_day_that_has_come(root, words, said):
    before = everything(root)
    done = campaign(root, "learn", "stock", *words)
    assert (done.exit_code, done.stderr) == (2, f"relplan: {said}\n")
    assert everything(root) == before
