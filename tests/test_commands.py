"""The commands that pages promise are those that exist, and continuous integration runs the same."""

import re
import shutil
import subprocess

import guards
import pytest

ROOT = guards.ROOT
PAGES = ("README.md", "CONTRIBUTING.md", ".ci/run")


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def targets(makefile):
    """The names that `make` knows, with the line that explains each."""
    return dict(re.findall(r"^([a-z]+):[^#\n]*## (.+)$", makefile, re.MULTILINE))


def unknown_targets(page, makefile):
    """The `make` commands of a page that the Makefile does not have."""
    return sorted(
        set(re.findall(r"\bmake ([a-z]+)(?=[`\s&]|$)", page)) - {*targets(makefile), "help"}
    )


def test_command(readme):
    """The second command of README: the one that runs all tests."""
    return re.findall(r"^```sh\n(.+)\n```$", readme, re.MULTILINE)[1]


test_command.__test__ = False


@pytest.mark.parametrize("page", PAGES)
def test_every_make_command_of_a_page_exists(page):
    assert unknown_targets(text_of(page), text_of("Makefile")) == []


def test_a_make_command_that_does_not_exist_is_noticed():
    assert unknown_targets("first `make chekc`, then `make lint`", "lint: ## Style") == ["chekc"]


def test_contributing_explains_every_target():
    assert unexplained(text_of("CONTRIBUTING.md"), text_of("Makefile")) == []


def test_a_target_that_contributing_leaves_out_is_noticed():
    assert unexplained("`make lint`", "lint: ## A\ntest: lint ## B\n") == ["test"]


def unexplained(page, makefile):
    return [one for one in targets(makefile) if one != "help" and f"`make {one}`" not in page]


def test_continuous_integration_ends_with_readmes_test_command():
    assert text_of(".ci/run").splitlines()[-1] == test_command(text_of("README.md"))


def test_every_tool_that_the_makefile_runs_is_there():
    assert lost_tools(text_of("Makefile")) == []


def test_a_lost_tool_is_noticed():
    assert lost_tools("\tpython tools/lost.py\n") == ["tools/lost.py"]


def lost_tools(makefile):
    named = re.findall(r"\b(?:tools|benchmarks)/\w+\.py", makefile)
    return [one for one in named if not (ROOT / one).is_file()]


@pytest.mark.skipif(not shutil.which("bash"), reason="continuous integration runs in bash")
def test_continuous_integrations_script_can_be_read_by_bash():
    done = subprocess.run(["bash", "-n", ".ci/run"], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


def unpinned(project, constraints):
    """The names that pyproject asks for and constraints.txt gives no exact version of."""
    import tomllib

    parsed = tomllib.loads(project)
    asked = [*parsed["project"]["dependencies"], *parsed["build-system"]["requires"]]
    asked += [one for group in parsed.get("dependency-groups", {}).values() for one in group]
    names = {_plain(one) for one in asked if isinstance(one, str)}
    pinned = {_plain(line) for line in constraints.splitlines() if "==" in line}
    return sorted(names - pinned)


def _plain(requirement):
    return re.split(r"[<>=!~;\[ ]", requirement)[0].lower().replace("_", "-")


def test_every_dependency_has_an_exact_version():
    assert unpinned(text_of("pyproject.toml"), text_of("constraints.txt")) == []


def test_a_dependency_without_an_exact_version_is_noticed():
    project = '[project]\ndependencies = ["a>=1", "b_c<2"]\n[build-system]\nrequires = []\n'
    assert unpinned(project, "a==1.2\n") == ["b-c"]


def addresses(constraints):
    """Lines of constraints.txt that are more than a name and a version."""
    return [one for one in constraints.splitlines() if not re.fullmatch(r"[\w.-]+==[\w.]+", one)]


def test_constraints_are_names_and_versions_only():
    assert addresses(text_of("constraints.txt")) == []


def test_an_address_among_the_constraints_is_noticed():
    assert addresses("a==1\nb @ https://b.example/b.whl") == ["b @ https://b.example/b.whl"]
