"""The manual page for man: fresh, whole, and read by groff without a word."""

import re
import shutil
import subprocess
import sys

import guards
import pytest

from relplan.cli.app import COMMANDS

sys.path.insert(0, str(guards.ROOT / "tools"))
make_man = pytest.importorskip("make_man")
PAGE = guards.ROOT / "docs" / "relplan.1"


def test_the_page_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == make_man.man_page(), "run: make docs"


def test_it_has_every_command_with_its_example():
    text = PAGE.read_text(encoding="utf-8")
    headed = re.findall(r"^\.SS relplan (.+)$", text, re.MULTILINE)
    assert set(COMMANDS) <= {one.replace("\\-", "-") for one in headed}
    assert text.count("\nExample: ") >= len(COMMANDS)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (".br at the start", "\\&.br at the start"),
        ("'ring' and a\\b", "\\(aqring\\(aq and a\\eb"),
        ("`--book`", "\\-\\-book"),
        ("one\n.two", "one\n\\&.two"),
    ],
)
def test_nothing_in_a_text_is_a_request(text, shown):
    assert make_man.roff(text) == shown


def complaints(text):
    """What groff has to say of a page."""
    words = ["groff", "-man", "-Tutf8", "-ww", "-k", "-rLL=80n"]
    done = subprocess.run(words, input=text.encode(), capture_output=True, check=False)
    return done.stderr.decode(), done.stdout.decode()


needs_groff = pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed here")


@needs_groff
def test_groff_reads_it_without_a_warning():
    said, shown = complaints(PAGE.read_text(encoding="utf-8"))
    assert said == ""
    plain = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", shown)
    assert "NAME\n       relplan" in plain
    plain = " ".join(plain.split())  # lines are filled out with spaces
    for name in (
        "RELPLAN_BOOK",
        "a defect of relplan itself",
        "A book in git",
        "--install-completion",
    ):
        assert name in plain, name


@needs_groff
def test_a_page_with_a_fault_is_noticed():
    assert complaints(".TH A 1\n.SH X\n\\*[nothing]\n")[0] != ""


def test_the_wheel_puts_it_where_man_looks():
    project = (guards.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"docs/relplan.1" = "share/man/man1/relplan.1"' in project
