"""What all tests share: the golden files and the option that writes them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden anew from what comes out"
    )


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
