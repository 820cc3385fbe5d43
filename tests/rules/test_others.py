"""Packs, pages and what they say of findings and changes: nothing private, whatever is wrong with it."""

from datetime import date
from pathlib import Path

import pytest
from books import write_book
from privacy import SECRET, files
from repositories import commit, git
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load
from relplan.reports.press import Press
from relplan.reports.site.build import Site
from relplan.reports.summary.build import Asked
from relplan.rules.others import as_others_see_it, found_for_others
from relplan.rules.runner import lint

TODAY = date(2026, 11, 25)


def made(root):
    """Every pack and page of the book as one text."""
    loaded = load(root)
    ids = sorted(loaded.book.everyone())
    press, site = Press(loaded, TODAY, ids), Site(loaded, TODAY)
    packs = [press.pack(id_, form) for id_ in ids for form in ("markdown", "html")]
    packs += [press.summary(Asked(TODAY, None, ()), form) for form in ("markdown", "html")]
    return b"\n".join([*packs, *map(site.file, site.names)]).decode()


def test_no_pack_and_no_page_holds_a_private_word(tmp_path):
    text = made(write_book(tmp_path, files()))
    assert SECRET not in text
    assert "Raj Patel" in text


def test_without_the_mark_they_would(tmp_path):
    assert made(write_book(tmp_path, files(""))).count(SECRET) > 50


def test_what_was_committed_before_it_was_private_is_not_told_of(tmp_path):
    root = write_book(tmp_path, {})
    git(root, "init", "-q")
    named = {
        path.removesuffix(".yaml").replace("/", "__"): text for path, text in files("").items()
    }
    commit(root, "2026-08-01", **named)
    changed = files()
    changed["clients/acme.yaml"] = changed["clients/acme.yaml"].replace("CFO zyx", "CEO zyx")
    write_book(root, changed)
    assert SECRET not in made(root)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stance: opponent", "stance: zyxopponent"),
        ("Dine zyx, by: 2026-10-01", "Dine zyx, by: zyx"),
        ("private: true}\n  raj", "private: zyx}\n  raj"),
    ],
)
def test_a_fault_in_a_private_entry_is_not_told(tmp_path, old, new):
    texts = files()
    texts["clients/acme.yaml"] = texts["clients/acme.yaml"].replace(old, new)
    root = write_book(tmp_path, texts)
    assert SECRET in " ".join(one.message for one in load(root).diagnostics)
    assert as_others_see_it(load(root)).diagnostics == ()
    assert SECRET not in made(root)


def test_a_private_decision_maker_is_no_missing_one(tmp_path):
    loaded = load(write_book(tmp_path, files()))
    thin = {one.name for one in lint(as_others_see_it(loaded), TODAY)}
    told = {one.name for one in found_for_others(loaded, TODAY)}
    assert "no-decision-maker" in thin
    assert "no-decision-maker" not in told
    assert told


def test_a_finding_of_a_log_is_told_with_its_own_line(tmp_path):
    texts = files()
    texts["touches/acme.yaml"] += "- {date: 2026-12-24, with: [raj], by: ben}\n"
    [one] = [
        one
        for one in found_for_others(load(write_book(tmp_path, texts)), TODAY)
        if one.name == "future-touch"
    ]
    assert one.line == 9


def test_no_export_holds_a_private_word(tmp_path):
    root = write_book(tmp_path / "book", files())
    whole_root = write_book(tmp_path / "whole", files(""))
    seen = 0
    for form in ("json", "jsonl", "csv", "vcard", "ical", "sqlite"):
        for book, holds in ((root, False), (whole_root, True)):
            out = tmp_path / f"{book.name}.{form}"
            named = f"{out}s" if form == "csv" else str(out)
            words = ["export", "--format", form, "--out", named, "--book", str(book)]
            done = CliRunner().invoke(app, [*words, "--today", TODAY.isoformat()])
            assert done.exit_code in (0, 1), done.output
            paths = [one for one in Path(named).rglob("*") if one.is_file()] or [out]
            text = b"".join(one.read_bytes() for one in paths)
            assert holds or SECRET.encode() not in text, form
            seen += holds and SECRET.encode() in text
    assert seen >= 5
