import os
import subprocess

import pytest
from typer.testing import CliRunner

from relplan.cli.app import app

OPTIONS = ("--firm", "Hartwell & Lowe", "--name", "Amara Okafor", "--email", "a@hartwell.example")


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    return lambda *words: CliRunner().invoke(app, ["init", *map(str, words)])


def files_in(folder):
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_a_new_book_lints_clean_and_says_what_was_written_and_what_comes_next(run, tmp_path):
    done = run("book", *OPTIONS)
    assert (done.exit_code, done.stderr) == (0, "")
    listed, _, after = done.stdout.partition("\n\n")
    assert set(listed.splitlines()) == files_in(tmp_path / "book")
    assert after == 'next: cd book && relplan new client "Their full name"\n'
    linted = CliRunner().invoke(app, ["lint", "--book", str(tmp_path / "book")])
    assert (linted.exit_code, linted.output) == (0, "")


def test_the_settings_hold_what_was_given_quoted_where_it_must_be(run, tmp_path):
    from relplan.files.book import load

    run("book", "--firm", "Us: and # them", "--name", "Zoë  O'Hara", "--tier", "principal")
    settings = load((tmp_path / "book").resolve()).book.settings
    assert settings.firm == "Us: and # them"
    assert settings.team["zoe"].name == "Zoë O'Hara"
    assert settings.team["zoe"].tier == "principal"
    assert settings.team["zoe"].email is None


def test_the_first_line_of_the_settings_leads_to_a_schema_that_was_written(run, tmp_path):
    run("book", *OPTIONS)
    first = (tmp_path / "book/relplan.yaml").read_text().splitlines()[0]
    prefix, _, named = first.partition("$schema=")
    assert prefix == "# yaml-language-server: "
    assert (tmp_path / "book" / named).is_file()


def test_git_merges_two_logs_of_the_same_day_line_by_line(run, tmp_path):
    run("book", *OPTIONS)
    asked = subprocess.run(
        ["git", "check-attr", "merge", "--", "touches/acme.yaml", "clients/acme.yaml"],
        cwd=_in_git(tmp_path / "book"),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert asked == ["touches/acme.yaml: merge: union", "clients/acme.yaml: merge: relplan"]


def test_inside_of_a_repository_it_says_how_git_is_set_up(run, tmp_path):
    setup = "and, so that git merges plans by id: relplan git setup\n"
    assert setup not in run("lone", *OPTIONS).stdout
    _in_git(tmp_path)
    assert run("book", *OPTIONS).stdout.endswith(f'relplan new client "Their full name"\n{setup}')


def test_gits_email_is_taken_when_none_is_given_also_before_the_folder_exists(run, tmp_path):
    _in_git(tmp_path)
    subprocess.run(["git", "config", "user.email", "z@hartwell.example"], cwd=tmp_path, check=True)
    run("a/b", "--firm", "F", "--name", "Zed")
    assert "email: z@hartwell.example" in (tmp_path / "a/b/relplan.yaml").read_text()


def test_a_book_is_never_started_over(run, tmp_path):
    run("book", *OPTIONS)
    before = (tmp_path / "book/relplan.yaml").read_bytes()
    done = run("book", "--firm", "Other", "--name", "Other")
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr == (
        "relplan: book/relplan.yaml is there already: this is a book; nothing was changed\n"
    )
    assert (tmp_path / "book/relplan.yaml").read_bytes() == before


def test_other_files_that_are_there_stay_and_are_named(run, tmp_path):
    (tmp_path / ".gitattributes").write_text("*.md text\n")
    done = run(*OPTIONS)
    assert ".gitattributes is there already; it was left as it is\n" in done.stdout
    assert (tmp_path / ".gitattributes").read_text() == "*.md text\n"
    assert (tmp_path / "relplan.yaml").is_file()


def test_a_file_with_the_folders_name_is_refused(run, tmp_path):
    (tmp_path / "book").write_text("mine")
    done = run("book", *OPTIONS)
    assert done.exit_code == 3
    assert done.stderr == ("relplan: book is there already and is no folder; nothing was changed\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "the firm's name is not known; give it with --firm"),
        (("--firm", "  "), "the firm's name is not known; give it with --firm"),
        (("--firm", "F", "--name", " "), "your name is not known; give it with --name"),
        (
            ("--firm", "F", "--name", "N", "--id", "Ä B"),
            "`Ä B` cannot be an id (lower-case letters, digits and hyphens, at most 64); write a-b",
        ),
        (
            ("--firm", "F", "--name", "N", "--tier", "principle"),
            (
                "--tier: 'principle' is none of staff, senior, principal, marketing, admin;"
                " did you mean principal?"
            ),
        ),
    ],
)
def test_without_a_terminal_what_is_missing_is_said_and_nothing_is_written(
    run, tmp_path, words, said
):
    done = run("book", *words)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"relplan: {said}\n")
    assert not (tmp_path / "book").exists()


@pytest.mark.parametrize(
    ("words", "id_"), [((), "me"), (("--email", "ken.w@f.example"), "ken-w"), (("--id", "k"), "k")]
)
def test_a_name_without_latin_letters_gets_an_id_all_the_same(run, tmp_path, words, id_):
    assert run("book", "--firm", "F", "--name", "日本", *words).exit_code == 0
    assert f"  {id_}:\n    name: 日本\n" in (tmp_path / "book/relplan.yaml").read_text()


def test_an_id_of_ones_own_choice_goes_before(run, tmp_path):
    assert run("book", "--firm", "F", "--name", "日本", "--id", "nihon").exit_code == 0
    assert "  nihon:\n    name: 日本\n" in (tmp_path / "book/relplan.yaml").read_text()


def test_on_a_terminal_it_asks_for_what_is_not_given(run, tmp_path, monkeypatch):
    asked = []

    def answer(what):
        asked.append(what)
        return f"{what}, answered"

    monkeypatch.setattr("relplan.cli.init._on_a_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", answer)
    assert run("book", "--firm", "F").exit_code == 0
    assert asked == ["Your name"]
    assert 'name: "Your name, answered"' in (tmp_path / "book/relplan.yaml").read_text()


def test_with_github_a_workflow_is_written_too(run, tmp_path):
    assert ".github/workflows/book.yaml" in run("book", *OPTIONS, "--github").stdout.splitlines()
    assert (tmp_path / "book/.github/workflows/book.yaml").is_file()
    assert not (tmp_path / "other").exists()
    run("other", *OPTIONS)
    assert not (tmp_path / "other/.github").exists()


def test_a_workflow_is_refused_where_it_would_never_run(run, tmp_path):
    _in_git(tmp_path)
    done = run("book", *OPTIONS, "--github")
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr == (
        f"relplan: --github: workflows stand at the top of the repository, which is {tmp_path};"
        " nothing was changed. Leave --github out, and put the workflow of docs/lint.md there\n"
    )
    assert not (tmp_path / "book").exists()
    assert run(".", *OPTIONS, "--github").exit_code == 0


def test_a_dry_run_names_the_files_and_writes_none(run, tmp_path):
    done = run("book", *OPTIONS, "--dry-run")
    assert done.exit_code == 0
    assert "relplan.yaml" in done.stdout.splitlines()
    assert list(tmp_path.iterdir()) == []


def test_the_next_command_can_be_pasted_whatever_the_folder_is_called(run):
    done = run("our book; rm", *OPTIONS)
    assert "next: cd 'our book; rm' && relplan new client" in done.stdout


def _in_git(folder):
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder
