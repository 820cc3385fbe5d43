"""What all tests share: an environment of their own, the golden files and what writes them anew."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every run and machine, and no judgement by the clock of a busy one.
settings.register_profile("relplan", derandomize=True, deadline=None, print_blob=False)
settings.load_profile("relplan")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden anew from what comes out"
    )


@pytest.fixture(autouse=True, scope="session")
def _own_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing of the tester's own settings, and a cache of the tests' own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [one for one in os.environ if one.startswith("RELPLAN_")]:
            patch.delenv(name)
        # A repository that somebody else has begun above the tests' folders is none of theirs.
        patch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path_factory.getbasetemp()))
        patch.setenv("RELPLAN_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name, byte by byte."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode("utf-8"))
        assert path.is_file(), f"no golden file {name}; look at the text, then --update-golden"
        assert text == path.read_bytes().decode("utf-8")

    return compare


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """A small book with something of everything, in a folder that may be written to."""
    import shutil

    book = tmp_path / "quay"
    shutil.copytree(Path(__file__).parent / "books" / "quay", book)
    return book
