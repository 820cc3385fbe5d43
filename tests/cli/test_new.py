import os
import re
import shutil

import pytest
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load

DAY = ("--today", "2026-11-25")


@pytest.fixture
def book(tmp_path, monkeypatch):
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.delenv("RELPLAN_ME", raising=False)
    root = tmp_path / "book"
    made = CliRunner().invoke(app, ["init", str(root), "--firm", "F", "--name", "Amara Okafor"])
    assert made.exit_code == 0
    return root.resolve()


def new(book, *words):
    return CliRunner().invoke(app, ["new", "client", *words, *DAY, "--book", str(book)])


def lint(book):
    return CliRunner().invoke(app, ["lint", *DAY, "--book", str(book)]).stdout.splitlines()


def test_a_new_plan_can_be_read_at_once_and_holds_what_was_said(book):
    done = new(book, "Acme: Works #1 plc", "--id", "acme", "--owner", "ama", "--priority", "A")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "clients/acme.yaml: begun; open it in your editor and write down who their people are\n"
        "next: relplan lint clients/acme.yaml\n"
    )
    loaded = load(book)
    plan = loaded.book.plans["acme"]
    assert loaded.diagnostics == ()
    assert (plan.client, plan.owner, plan.priority) == ("Acme: Works #1 plc", "amara", "A")
    assert plan.since.isoformat() == "2026-11-25"
    assert plan.review.next.isoformat() == "2027-02-25"


def test_a_new_plan_lacks_only_people_not_form(book):
    new(book, "Acme", "--owner", "amara")
    assert [line.split()[1] for line in lint(book)] == ["RP401"]


def test_the_plan_explains_its_parts_in_the_order_of_the_six_steps(book):
    new(book, "Acme")
    text = (book / "clients/acme.yaml").read_text()
    assert re.findall(r"^# (\d)\. ", text, re.MULTILINE) == list("123456")


def test_a_plan_with_every_example_uncommented_lints_clean(book):
    new(book, "Acme", "--owner", "amara")
    path = book / "clients/acme.yaml"
    begun = re.sub(
        r"^#(?=  )(?!    what we)|(?<=:) \{\}$", "", path.read_text(), flags=re.MULTILINE
    )
    path.write_text(begun)
    plan = load(book).book.plans["acme"]
    assert list(plan.roles) == ["jane", "raj"]
    assert list(plan.goals["plants-call-us"].initiatives) == ["close-clinic"]
    assert lint(book) == []


def test_without_an_owner_the_place_for_one_is_shown(book):
    new(book, "Acme")
    assert "# owner:  who of ours answers for them" in (book / "clients/acme.yaml").read_text()
    assert load(book).book.plans["acme"].owner is None


def test_who_asks_is_the_owner(book):
    new(book, "Acme", "--me", "amara")
    assert load(book).book.plans["acme"].owner == "amara"


def test_the_first_line_leads_to_the_books_schema(book):
    new(book, "Acme")
    first = (book / "clients/acme.yaml").read_text().splitlines()[0]
    assert (book / "clients" / first.partition("$schema=")[2]).is_file()


def test_a_dry_run_prints_the_plan_and_writes_nothing(book):
    done = new(book, "Acme", "--dry-run")
    assert "\nclient: Acme\n" in done.stdout
    assert list((book / "clients").iterdir()) == []


@pytest.mark.parametrize(
    "there", ["clients/acme.yaml", "clients/ACME.yaml", "prospects/acme.yaml", "clients/acme.yml"]
)
def test_an_id_that_is_taken_is_refused_also_in_another_case_or_folder(book, there):
    (book / there).write_text("client: Mine\n")
    done = new(book, "Acme")
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.splitlines()[-1] == (
        f"relplan: acme is there already ({there}); give another id with --id"
    )
    assert (book / there).read_text() == "client: Mine\n"


def test_a_name_in_another_unicode_form_takes_its_id(book):
    (book / "clients/ａcme.yaml").write_text("client: Mine\n")
    assert new(book, "Acme").exit_code == 3


def test_touches_that_have_no_plan_yet_get_one(book):
    (book / "touches/acme.yaml").write_text("[]\n")
    assert new(book, "Acme").exit_code == 0
    assert load(book).diagnostics == ()


def test_a_link_under_the_plans_name_is_never_followed(book, tmp_path):
    outside = tmp_path / "outside.yaml"
    (book / "clients/acme.yaml").symlink_to(outside)
    assert new(book, "Acme").exit_code == 3
    assert not outside.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("Acme", "--id", "Acme Ltd"),
            (
                "`Acme Ltd` cannot be an id (lower-case letters, digits and hyphens, at most 64);"
                " write acme-ltd"
            ),
        ),
        (
            ("Acme", "--id", "../acme"),
            (
                "`../acme` cannot be an id (lower-case letters, digits and hyphens, at most 64);"
                " write acme"
            ),
        ),
        (
            ("Acme", "--id", "con"),
            "`con` is a reserved name on Windows; write con-1 or a longer word",
        ),
        (("日本",), "no id can be made of '日本'; give one with --id"),
        (("  ",), 'what is the client called? Write: relplan new client "Their full name"'),
        (("Acme", "--priority", "a"), "--priority: 'a' is none of A, B, C"),
        (
            ("Acme", "--owner", "amra"),
            "no member of the team 'amra'; did you mean amara (Amara Okafor)?",
        ),
    ],
)
def test_what_cannot_be_is_said_with_what_can(book, words, said):
    done = new(book, *words)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"relplan: {said}\n")
    assert list((book / "clients").iterdir()) == []


def test_outside_a_book_it_says_how_to_start_one(tmp_path):
    shutil.rmtree(tmp_path / "book", ignore_errors=True)
    done = new(tmp_path, "Acme")
    assert done.exit_code == 2
    assert "relplan init" in done.stderr
