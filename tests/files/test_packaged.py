import pytest

from relplan.errors import RelplanError
from relplan.files import packaged


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package's folder two levels below its project, as in a checkout."""
    folder = tmp_path / "src" / "relplan"
    folder.mkdir(parents=True)
    monkeypatch.setattr(packaged, "_PACKAGE", folder)
    return folder


def test_a_wheels_templates_are_inside_the_package(package):
    (package / "templates").mkdir()
    (package / "templates" / "a.txt").write_text("ä", encoding="utf-8")
    assert packaged.templates() == package / "templates"
    assert packaged.template("a.txt") == "ä"


@pytest.mark.usefixtures("package")
def test_a_checkouts_templates_are_beside_pyproject(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "pyproject.toml").write_text("")
    assert packaged.templates() == tmp_path / "templates"


@pytest.mark.usefixtures("package")
def test_a_strangers_folder_of_that_name_is_not_taken(tmp_path):
    (tmp_path / "templates").mkdir()
    with pytest.raises(RelplanError, match=r"^relplan's own templates are missing"):
        packaged.templates()


def test_the_checkout_that_runs_this_has_its_templates():
    assert "@NAME@" in packaged.template("new/client.yaml")
