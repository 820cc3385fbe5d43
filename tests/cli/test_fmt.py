import os

import pytest
from books import BASE, write_book
from typer.testing import CliRunner

from relplan.cli.app import app

UNTIDY = "priority: A\nclient: Acme\nowner: amara\n"
TIDY = "client: Acme\nowner: amara\npriority: A\n"
AMBIGUOUS = "# whose?\npriority: B\nclient: Calder\n"
OPTED = "fmt: {sections: true, indent: 2}\n"


def book(folder, opted=OPTED, **files):
    more = {name.replace("__", "/") + ".yaml": text for name, text in files.items()}
    more = {"relplan.yaml": BASE["relplan.yaml"] + opted, "clients/acme.yaml": UNTIDY} | more
    return write_book(folder, more)


def run(root, *words):
    return CliRunner().invoke(app, ["fmt", "--book", str(root), *words])


def text(root, path="clients/acme.yaml"):
    return (root / path).read_bytes().decode()


@pytest.mark.parametrize("words", [[], ["--check"]])
def test_untidy_files_are_named_and_nothing_is_written(tmp_path, words):
    root = book(tmp_path, clients__calder=TIDY)
    found = run(root, *words)
    assert (found.exit_code, found.stdout) == (1, "clients/acme.yaml\n")
    assert found.stderr == "relplan: these would change; write them with: relplan fmt --write\n"
    assert text(root) == UNTIDY


def test_a_tidy_book_is_silent(tmp_path):
    found = run(book(tmp_path, clients__acme=TIDY))
    assert (found.exit_code, found.output) == (0, "")


@pytest.mark.parametrize("word", ["--diff", "--dry-run"])
def test_a_diff_shows_what_would_change_and_writes_nothing(tmp_path, word):
    root = book(tmp_path)
    found = run(root, word)
    assert found.exit_code == 1
    assert found.stdout == (
        "--- a/clients/acme.yaml\n+++ b/clients/acme.yaml\n"
        "@@ -1,3 +1,3 @@\n-priority: A\n client: Acme\n owner: amara\n+priority: A\n"
    )
    assert text(root) == UNTIDY


def test_write_names_what_it_wrote_and_the_next_time_there_is_nothing(tmp_path):
    root = book(tmp_path, clients__calder=TIDY)
    done = run(root, "--write")
    assert (done.exit_code, done.output) == (0, "clients/acme.yaml\n")
    assert text(root) == TIDY
    again = run(root, "--write")
    assert (again.exit_code, again.output) == (0, "")


def test_without_a_setting_it_says_how_to_opt_in(tmp_path):
    root = book(tmp_path, opted="")
    said = (
        "relplan: nothing is opted into; fmt tidies only what relplan.yaml asks for, such as:\n"
        "fmt: {sections: true, fields: true, indent: 2}\n"
    )
    asked, written = run(root), run(root, "--write")
    assert (asked.exit_code, asked.stdout, asked.stderr) == (0, "", said)
    assert (written.exit_code, written.stdout, written.stderr) == (2, "", said)
    assert text(root) == UNTIDY


@pytest.mark.parametrize("words", [["--check", "--write"], ["--check", "--diff"]])
def test_two_modes_are_wrong_use(tmp_path, words):
    root = book(tmp_path)
    found = run(root, *words)
    assert (found.exit_code, found.stderr) == (
        2,
        "relplan: --check only names the files; leave it out with --diff or --write\n",
    )
    assert text(root) == UNTIDY


def test_a_dry_run_of_writing_shows_it_and_writes_nothing(tmp_path):
    root = book(tmp_path)
    shown, dry = run(root, "--diff"), run(root, "--write", "--dry-run")
    assert (dry.exit_code, dry.stdout) == (shown.exit_code, shown.stdout) == (1, shown.stdout)
    assert shown.stdout.startswith("--- a/clients/acme.yaml\n")
    assert text(root) == UNTIDY


def test_a_refused_file_is_named_with_line_and_reason_and_the_others_are_written(tmp_path):
    root = book(tmp_path, clients__calder=AMBIGUOUS)
    done = run(root, "--write")
    assert (done.exit_code, done.stdout) == (3, "clients/acme.yaml\n")
    assert done.stderr == (
        "clients/calder.yaml:1: this comment may speak of `priority` or of all that follows; put a"
        " blank line below it, or move `client` above it by hand; the file is left as it is\n"
    )
    assert text(root, "clients/calder.yaml") == AMBIGUOUS
    assert text(root) == TIDY


def test_an_unreadable_file_is_named_and_the_others_are_written(tmp_path):
    broken = "client: [\npriority: B\n"
    root = book(tmp_path, clients__broken=broken)
    done = run(root, "--write")
    assert (done.exit_code, done.stdout) == (1, "clients/acme.yaml\n")
    assert done.stderr.startswith("clients/broken.yaml:1:9: RP002 error: ")
    assert text(root, "clients/broken.yaml") == broken
    assert text(root) == TIDY


def test_files_clients_and_folders_choose(tmp_path, monkeypatch):
    root = book(tmp_path, clients__calder=UNTIDY.replace("Acme", "Calder Ltd"))
    both = "clients/acme.yaml\nclients/calder.yaml\n"
    monkeypatch.chdir(root / "clients")
    assert run(root, "acme").stdout == "clients/acme.yaml\n"
    assert run(root, "cald").stdout == "clients/calder.yaml\n"
    assert run(root, "calder.yaml").stdout == "clients/calder.yaml\n"
    assert run(root, str(root / "clients"), "acme").stdout == both
    assert run(root, ".").stdout == both


def test_the_book_is_found_around_a_named_file(tmp_path, monkeypatch):
    monkeypatch.delenv("RELPLAN_BOOK", raising=False)
    root = book(tmp_path / "book")
    monkeypatch.chdir(tmp_path)
    found = CliRunner().invoke(app, ["fmt", "book/clients/acme.yaml"])
    assert found.stdout == "clients/acme.yaml\n"
    assert (root / "clients").is_dir()


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("touches/acme.yaml", "fmt tidies plans, prospects and campaigns, and leaves logs alone"),
        ("relplan.yaml", "fmt tidies plans, prospects and campaigns, and leaves logs alone"),
        ("nobody", "no client 'nobody'"),
        ("clients/nobody.yaml", "is no file or folder of the book in"),
    ],
)
def test_what_is_not_tidied_is_wrong_use(tmp_path, word, said):
    root = book(tmp_path, touches__acme="[]\n")
    found = run(root, word, "--write")
    assert (found.exit_code, found.stdout) == (2, "")
    assert said in found.stderr
    assert text(root) == UNTIDY


def test_a_log_keeps_the_order_of_its_fields_and_its_indentation(tmp_path):
    log = "-   with: [jane]\n    by: ben\n    date: 2026-11-03\n"
    root = book(
        tmp_path, opted="fmt: {sections: true, fields: true, indent: 2}\n", touches__acme=log
    )
    assert run(root, "--write").exit_code == 0
    assert text(root, "touches/acme.yaml") == log


@pytest.mark.parametrize(
    ("opted", "said"),
    [
        ("fmt: {indent: 1}\n", "`1` is not an indentation; write a number of spaces from 2 to 8"),
        ("fmt: {sections: true, order: true}\n", "`order` is not a field here"),
        ("fmt: {sections: true}\ncadence: {A: 4w\n", "the { that opens here is not closed"),
    ],
)
def test_settings_that_cannot_be_read_stop_it(tmp_path, opted, said):
    root = book(tmp_path, opted=opted)
    found = run(root, "--write")
    assert found.exit_code == 3
    assert found.stderr.startswith(
        "relplan: what is opted into cannot be read; nothing was changed:\nrelplan.yaml:"
    )
    assert said in found.stderr
    assert text(root) == UNTIDY


def test_a_wrong_member_of_the_team_does_not_stop_it(tmp_path):
    opted = "  otto: {name: Otto}\n" + OPTED
    assert run(book(tmp_path, opted=opted)).stdout == "clients/acme.yaml\n"


def test_an_editor_that_saves_in_between_wins(tmp_path, monkeypatch):
    root = book(tmp_path)
    from relplan.files.tidy import plans

    tidied = plans.tidied

    def saved_meanwhile(document, fmt):
        assert document.raw  # it has been read
        (root / document.path).write_text("client: Newer\n", encoding="utf-8")
        return tidied(document, fmt)

    monkeypatch.setattr(plans, "tidied", saved_meanwhile)
    done = run(root, "--write")
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr == (
        "relplan: clients/acme.yaml was changed in this moment; it is left as it is\n"
    )
    assert text(root) == "client: Newer\n"


@pytest.mark.skipif(os.name == "nt", reason="needs hard links and modes of POSIX")
def test_a_second_name_of_a_file_is_not_cut_off_and_modes_stay(tmp_path):
    root = book(tmp_path, clients__calder=UNTIDY)
    os.link(root / "clients/acme.yaml", tmp_path / "second")
    (root / "clients/calder.yaml").chmod(0o640)
    done = run(root, "--write")
    assert (done.exit_code, done.stdout) == (3, "clients/calder.yaml\n")
    assert "has a second name (a hard link)" in done.stderr
    assert text(root) == UNTIDY
    assert (root / "clients/calder.yaml").stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in (root / "clients").iterdir()) == ["acme.yaml", "calder.yaml"]


def test_hostile_comments_are_shown_and_never_sent(tmp_path):
    plan = 'priority: A\nclient: Acme\nnotes: "\\e[2J" # \u202e\n'
    found = run(book(tmp_path, clients__acme=plan), "--diff")
    assert not set(found.output) & set("\x1b\u202e")
