"""A team's own rules: which are taken, what is said of those that are not, and of those that raise."""

import os
import re
import subprocess
import sys

import pytest
from books import BASE, TODAY, write_book
from guards import ROOT
from packages import install, rule

from relplan.files.book import load
from relplan.rules.catalogue import OWN, PAGES
from relplan.rules.choose import Wanted, meant, why_unknown
from relplan.rules.runner import lint
from relplan.rules.team import team


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A folder in which packages are installed."""
    folder = tmp_path / "installed"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    team.cache_clear()
    yield folder
    team.cache_clear()


def said(tmp_path, settings, wanted=None, **files):
    text = BASE["relplan.yaml"] + f"lint: {settings}\n"
    paths = {path.replace("__", "/") + ".yaml": text for path, text in files.items()}
    root = write_book(tmp_path / "book", {"relplan.yaml": text, **paths})
    found = lint(load(root), TODAY, wanted)
    return [one for one in found if not one.code.startswith("RP") or one.code in ("RP113", "RP114")]


def told(tmp_path, settings, wanted=None, **files):
    return [
        (one.path, one.line, one.code, one.message)
        for one in said(tmp_path, settings, wanted, **files)
    ]


THIN = ("clients/acme.yaml", 1, "HL001", "Acme plc is thin; write more")


def test_a_rule_that_the_book_names_is_asked_and_stamped(tmp_path, shelf):
    install(shelf, "hartwell", rule())
    (one,) = said(tmp_path, "{rules: hartwell}")
    assert (one.path, one.line, one.column) == ("clients/acme.yaml", 1, 9)
    assert (one.code, one.name, one.severity, one.item) == (
        "HL001",
        "thin-plan",
        "warning",
        "client",
    )
    assert one.message == "Acme plc is thin; write more"


def test_what_is_only_installed_is_not_even_imported(tmp_path, shelf):
    module = install(shelf, "hartwell", rule())
    assert told(tmp_path, "{profile: strict}") == []
    assert module not in sys.modules


@pytest.mark.usefixtures("shelf")
def test_files_of_the_book_are_no_rules_however_python_was_started(tmp_path, monkeypatch):
    book = tmp_path / "book"
    install(book, "ours", rule())
    monkeypatch.chdir(book)
    monkeypatch.syspath_prepend("")  # as `python -m relplan` does
    ((_, _, code, message),) = told(tmp_path, "{rules: ours}")
    assert code == "RP113"
    assert message == "no installed package has rules called `ours`; install it, or take it out"


def test_they_follow_profiles_choices_and_comments(tmp_path, shelf):
    install(shelf, "hartwell", rule(profile="strict"))
    assert told(tmp_path, "{rules: hartwell}") == []
    assert told(tmp_path, "{rules: hartwell, profile: strict}") == [THIN]
    assert told(tmp_path, "{rules: hartwell, select: [thin-plan]}") == [THIN]
    assert told(tmp_path, "{rules: hartwell}", Wanted(select=["HL"])) == [THIN]
    assert told(tmp_path, "{rules: hartwell, profile: strict, ignore: [HL0]}") == []
    silenced = "client: Acme plc  # relplan: ignore[HL001] the partners know\npriority: A\n"
    assert told(tmp_path, "{rules: hartwell, profile: strict}", clients__acme=silenced) == []


def test_a_class_with_no_profile_is_for_a_team(tmp_path, shelf):
    install(shelf, "hartwell", rule().replace('    profile = "team"\n', ""))
    assert told(tmp_path, "{rules: hartwell}") == [THIN]


BREAKS = [
    ("1 / 0", "ZeroDivisionError: division by zero"),
    ("raise SystemExit(3)", "SystemExit: 3"),
    ("raise ValueError('one\\ntwo')", "ValueError: one"),
    ("raise KeyError", "KeyError"),
    ("raise ValueError('x' * 300)", "ValueError: " + "x" * 88 + "…"),
    ("yield 'only a text'", "ValueError: too many values to unpack (expected 2)"),
    ("return 5", "TypeError: 'int' object is not iterable"),
]


@pytest.mark.parametrize(("body", "error"), BREAKS)
def test_a_rule_that_raises_becomes_one_line(tmp_path, shelf, body, error):
    install(shelf, "hartwell", rule(body=body))
    assert told(tmp_path, "{rules: [hartwell]}") == [
        (
            "relplan.yaml",
            6,
            "RP114",
            (
                f"HL001 stopped at acme ({error}); tell who keeps the package, or leave the rule out"
                " with `ignore`"
            ),
        )
    ]


def test_what_a_rule_found_before_it_raised_is_kept_and_the_places_are_counted(tmp_path, shelf):
    install(shelf, "hartwell", rule(body='yield Finding("a\\nb", ("client",)); 1 / 0'))
    other = "client: Beta plc\npriority: B\n"
    found = told(tmp_path, "{rules: hartwell}", clients__beta=other, clients__gamma=other)
    assert [one[3] for one in found[:3]] == ["a b"] * 3
    assert found[3][3].startswith("HL001 stopped at acme, and 2 times more (ZeroDivisionError")
    (again, last) = told(tmp_path, "{rules: hartwell, ignore: [RP113]}")[-2:]
    assert again[2:] != last[2:]


def test_one_that_raises_stops_no_other(tmp_path, shelf):
    install(shelf, "hartwell", rule())
    install(shelf, "lowe", rule(code="LW001", name="lowe-one", body="1 / 0"))
    found = told(tmp_path, "{rules: [lowe, hartwell]}")
    assert [one[2] for one in found] == ["HL001", "RP114"]


def test_a_name_near_an_installed_one_is_asked_for(tmp_path, shelf):
    install(shelf, "hartwell", rule())
    assert [one[3] for one in told(tmp_path, "{rules: [hartwel]}")] == [
        "no installed package has rules called `hartwel`; did you mean `hartwell`?"
    ]
    assert [one[3] for one in told(tmp_path, "{rules: [zzz]}")] == [
        "no installed package has rules called `zzz`; there are: hartwell; install it, or take it out"
    ]


UNFIT = [
    (
        rule(code="RP301"),
        "`RP301` is no code for a team's rule; write your own letters and three digits, such as HL001",
    ),
    (
        rule(code="RP999"),
        "`RP999` is no code for a team's rule; write your own letters and three digits, such as HL001",
    ),
    (
        rule(code="H1"),
        "`H1` is no code for a team's rule; write your own letters and three digits, such as HL001",
    ),
    (rule(name="no-mentor"), "HL001: `no-mentor` is another rule's already; write another"),
    (
        rule(name="Thin Plan"),
        "HL001: `Thin Plan` is no name; write small letters with dashes, such as thin-plan",
    ),
    (rule(severity="error"), "HL001: severity `error`; write warning or advice"),
    (rule(profile="all"), "HL001: profile `all`; write starter, team, strict"),
    (
        rule(target="'Plan'"),
        "HL001: target is no class; write one of relplan.api, such as Plan",
    ),
    (rule().replace("(Thin(),)", "(Thin,)"), "has no check, or is a class and no instance"),
    (rule().replace("def check", "def other"), "has no check, or is a class and no instance"),
    (
        rule().replace('    code = "HL001"\n', ""),
        "`Thin` has no code; write it as docs/lint.md shows",
    ),
    (
        (
            'class A:\n    code = "HL001"; name = "abc"; severity = "advice"; target = str\n'
            "    def check(self, a, b): return ()\nRULES = (A(),)\n"
        ),
        "`HL001` has no docstring, which is its page of the manual; write one",
    ),
    ("RULES = ()\n", "`hartwell` has no rules; it must hold them in RULES = (…)"),
    ("", "`hartwell` has no rules; it must hold them in RULES = (…)"),
    (rule().replace("(Thin(),)", "(Thin(), Thin())"), "HL001: `HL001` is another rule's already"),
    (
        "1 / 0\n",
        (
            "the rules of `hartwell` cannot be loaded (ZeroDivisionError: division by zero); ask who"
            " keeps them, or take the name out"
        ),
    ),
    ("raise SystemExit(1)\n", "cannot be loaded (SystemExit: 1)"),
    ("def broken(:\n", "cannot be loaded (SyntaxError: invalid syntax"),
]


@pytest.mark.parametrize(("text", "why"), UNFIT)
def test_a_package_that_cannot_be_used_is_one_line_at_its_name(tmp_path, shelf, text, why):
    install(shelf, "hartwell", text)
    ((path, line, code, message),) = told(tmp_path, "{rules: [hartwell]}")
    assert (path, line, code) == ("relplan.yaml", 6, "RP113")
    assert why in message


def test_two_packages_cannot_share_a_code_and_the_second_is_named(tmp_path, shelf):
    install(shelf, "hartwell", rule())
    install(shelf, "lowe", rule(name="other-name"))
    found = told(tmp_path, "{rules: [hartwell, lowe]}")
    assert found[0] == THIN
    assert found[1][2:] == ("RP113", "HL001: `HL001` is another rule's already; write another")
    assert said(tmp_path, "{rules: [hartwell, lowe]}")[1].item == "lint.rules.1"


def test_two_packages_of_one_name_are_refused(tmp_path, shelf):
    install(shelf, "hartwell", rule(), "one")
    install(shelf, "hartwell", rule(code="HL002"), "two")
    assert [one[3] for one in told(tmp_path, "{rules: hartwell}")] == [
        "two installed packages offer rules called `hartwell`; uninstall one of them"
    ]


def test_the_manual_has_their_pages_and_words_beside_relplan_s_own(shelf):
    install(shelf, "hartwell", rule())
    manual = team(("hartwell",)).manual
    assert manual.page("hl001").title == "A plan HL001 of which something is to be said"
    assert manual.page("thin-plan").text.startswith("**Why:** our partners")
    assert len(manual.pages) == len(PAGES) + 1
    assert [*meant(["HL"], manual.known)] == [*meant(["HL00"], manual.known)] == ["HL001"]
    assert why_unknown("HL009", manual.known) == "`HL009` is no rule; write one of HL001"
    assert team(()).manual is OWN


def test_a_setting_that_names_their_rule_is_known_only_with_them(tmp_path, shelf):
    install(shelf, "hartwell", rule())
    text = BASE["relplan.yaml"] + "lint: {ignore: [thin-plan]}\n"
    found = lint(load(write_book(tmp_path / "b", {"relplan.yaml": text})), TODAY)
    assert "RP014" in [one.code for one in found]
    assert told(tmp_path, "{rules: hartwell, ignore: [thin-plan]}") == []


def example():
    """The files of docs/lint.md's package, by name."""
    page = (ROOT / "docs" / "lint.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^```\w+\n# (\S+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))


def run(*words, **environment):
    env = {**os.environ, "RELPLAN_NO_CACHE": "1", **environment}
    done = subprocess.run(
        [sys.executable, *map(str, words)], env=env, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_the_package_of_the_page_is_installed_and_finds_what_it_says(tmp_path):
    pytest.importorskip("hatchling")
    package, there = tmp_path / "package", tmp_path / "there"
    package.mkdir()
    for name, text in example().items():
        (package / name).write_text(text, encoding="utf-8")
    pip = ("-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-index")
    code, _, err = run(*pip, "--no-build-isolation", "--no-deps", "--target", there, package)
    assert code == 0, err
    text = BASE["relplan.yaml"] + "lint: {rules: [hartwell]}\n"
    book = write_book(tmp_path / "book", {"relplan.yaml": text})
    path = os.pathsep.join([str(there), str(ROOT / "src")])
    day = ("--today", "2026-11-25", "--book", book)
    code, out, _ = run("-m", "relplan", "lint", *day, PYTHONPATH=path)
    assert (code, out) == (
        1,
        (
            "clients/acme.yaml:1:9: HL001 warning: Acme plc has no values; write down what they told us"
            " [value-unheard]\n"
        ),
    )
    _, out, _ = run("-m", "relplan", "rule", "HL001", "--book", book, PYTHONPATH=path)
    assert out.startswith("HL001 value-unheard (warning, from profile team)\n")
    code, out, _ = run("-m", "relplan", "lint", *day, PYTHONPATH=str(ROOT / "src"))
    assert (code, out.split(" ")[1]) == (1, "RP113")
