import gc
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from scenes import write_book
from typer.testing import CliRunner

from relplan import __version__
from relplan.__main__ import main
from relplan.cli import app as cli
from relplan.errors import Refused, WrongUse

RUNNER = CliRunner()
RELPLAN = [sys.executable, "-m", "relplan"]


def run(*words):
    return RUNNER.invoke(cli.app, list(words))


def raising(monkeypatch, error):
    def fail(*_words, **_more):
        raise error

    monkeypatch.setattr("relplan.analysis.due.due", fail)


def real(monkeypatch, *words):
    """`run` as the installed command calls it; the exit code."""
    monkeypatch.setattr(sys, "argv", ["relplan", *words])
    with pytest.raises(SystemExit) as ended:
        cli.run()
    return ended.value.code or 0


def test_the_version_is_printed():
    assert run("--version").output == f"relplan {__version__}\n"


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_lists_every_command_with_its_line(flag):
    found = run(flag)
    assert found.exit_code == 0
    said = " ".join(found.output.split())
    for name, line in cli.COMMANDS.items():
        assert f"{name} {line}" in said


def test_every_command_has_help_with_an_example_where_it_takes_words():
    for name in cli.COMMANDS:
        found = run(name, "--help")
        assert found.exit_code == 0, name
        assert "Usage: relplan" in found.output.replace("root", "relplan"), name


def test_help_of_the_group_imports_no_command():
    code = (
        "import sys\n"
        "from relplan.cli.app import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in sys.modules if m.startswith(('pydantic', 'yaml', 'rich', 'jinja2'))])\n"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.splitlines()[-1] == "[]"


def test_a_mistyped_command_is_wrong_use_and_near_ones_are_named():
    found = run("deu")
    assert found.exit_code == 2
    assert "due" in found.stderr


def test_nothing_at_all_shows_the_help():
    found = run()
    assert found.exit_code == 2
    assert "Commands:" in found.output


def test_an_unknown_option_is_wrong_use():
    assert run("due", "--nonsense").exit_code == 2


@pytest.mark.parametrize(("error", "code"), [(WrongUse("why"), 2), (Refused("why"), 3)])
def test_a_foreseen_failure_is_one_line_and_its_code(monkeypatch, tmp_path, error, code):
    raising(monkeypatch, error)
    found = run("due", "--all", "--book", str(write_book(tmp_path)))
    assert (found.exit_code, found.stderr, found.stdout) == (code, "relplan: why\n", "")


def test_foreign_text_in_a_failure_is_shown_and_never_sent(monkeypatch, tmp_path):
    raising(monkeypatch, WrongUse("\x1b[31mred"))
    assert "\x1b" not in run("due", "--book", str(write_book(tmp_path))).stderr


def test_a_defect_is_one_line_with_the_log_and_without_plan_text(monkeypatch, tmp_path, capsys):
    raising(monkeypatch, RuntimeError("Jane Porter is worried"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    code = real(monkeypatch, "due", "--all", "--book", str(write_book(tmp_path / "b")))
    said = capsys.readouterr()
    assert code == 70
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "RuntimeError" in said.err
    assert "Traceback" not in said.err
    log = Path(said.err.split(" with ")[1].strip())
    text = log.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert __version__ in text
    for secret in ("Jane", "worried", "Acme"):
        assert secret not in text + said.err


def test_a_defect_where_no_log_can_be_written_is_still_one_line(monkeypatch, tmp_path, capsys):
    raising(monkeypatch, RuntimeError("x"))

    def full(*_words, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    code = real(monkeypatch, "due", "--all", "--book", str(write_book(tmp_path)))
    said = capsys.readouterr().err
    assert code == 70
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_success_ends_with_zero(monkeypatch, tmp_path):
    assert real(monkeypatch, "due", "--all", "--book", str(write_book(tmp_path))) == 0


def many(tmp_path, count):
    people = "".join(f"  p{n}: {{name: Person {n}, since: 2024-01-01}}\n" for n in range(count))
    return write_book(tmp_path, clients__big=f"client: Big\npriority: A\nroles:\n{people}")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way there")
@pytest.mark.parametrize("count", [0, 2000])
@pytest.mark.parametrize("json", [[], ["--json"]])
def test_a_reader_who_has_had_enough_is_no_failure(tmp_path, count, json):
    root = many(tmp_path, count) if count else write_book(tmp_path)
    command = [*RELPLAN, "due", "--all", *json, "--book", str(root), "--today", "2026-11-25"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        said = process.stderr.read().decode()
    assert said == ""
    assert process.returncode == 0


def test_head_gets_its_line_and_nobody_complains(tmp_path):
    command = [*RELPLAN, "due", "--all", "--book", str(many(tmp_path, 2000))]
    command += ["--today", "2026-11-25"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        first = process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert first == b"Wed 25 November 2026\n"
    assert (said, process.returncode) == (b"", 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_behind_stdout_is_no_success(tmp_path):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*RELPLAN, "due", "--all", "--book", str(write_book(tmp_path))],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "defect" not in done.stderr


def test_ctrl_c_ends_with_130_and_says_that_nothing_is_half_done(tmp_path, monkeypatch):
    raising(monkeypatch, KeyboardInterrupt())
    result = run("due", "--all", "--book", str(write_book(tmp_path)))
    assert result.exit_code == 130
    assert result.stderr == "relplan: stopped; nothing is half done\n"


def test_a_command_looks_for_no_garbage(monkeypatch):
    seen = []
    monkeypatch.setattr(cli, "run", lambda: seen.append(gc.isenabled()))
    try:
        main()
    finally:
        gc.enable()
    assert seen == [False]


def test_ctrl_c_while_relplan_is_still_loading_ends_with_130_too(monkeypatch, capsys):
    def stopped():
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "run", stopped)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
    assert capsys.readouterr().err == "relplan: stopped; nothing is half done\n"


def test_an_error_that_a_library_makes_of_ctrl_c_is_no_defect(
    request, tmp_path, monkeypatch, capsys
):
    def fail(*_words, **_more):
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise ValueError from None

    monkeypatch.setattr("relplan.analysis.due.due", fail)
    book = str(write_book(tmp_path))
    monkeypatch.setattr(sys, "argv", ["relplan", "due", "--all", "--book", book])
    # Whoever runs the tests in the background has it ignored.
    mine = signal.signal(signal.SIGINT, signal.default_int_handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, mine))
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(SystemExit) as ended:
        main()
    assert signal.getsignal(signal.SIGINT) is before
    assert ended.value.code == 130
    assert capsys.readouterr().err == "relplan: stopped; nothing is half done\n"


def test_ctrl_c_at_a_question_ends_with_130_too(tmp_path, monkeypatch):
    raising(monkeypatch, typer.Abort())
    result = run("due", "--all", "--book", str(write_book(tmp_path)))
    assert (result.exit_code, result.stderr) == (130, "relplan: stopped; nothing is half done\n")
