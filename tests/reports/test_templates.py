import os

import pytest

from relplan.errors import Refused
from relplan.reports.templates import Templates

VALUES = {"client": "Acme", "rows": [{"name": "a|b"}, {"name": "c"}], "many": ["x"] * 100}


@pytest.fixture
def book(tmp_path):
    (tmp_path / "templates").mkdir()
    return tmp_path


def write(book, text, name="x.md.j2"):
    path = book / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(book, text, values=VALUES):
    write(book, text)
    return Templates(book).render("x.md.j2", values)


def test_the_book_comes_before_relplan_section_by_section(book):
    write(book, "ours\n", "review/state.md.j2")
    write(book, '{% include "review/state.md.j2" %}')
    assert Templates(book).render("x.md.j2", VALUES) == "ours\n"


def test_a_template_that_includes_itself_is_named(book):
    with pytest.raises(Refused, match=r"templates/x\.md\.j2"):
        run(book, '{% include "x.md.j2" %}')


@pytest.mark.parametrize(
    "name", ["../x.j2", "/etc/passwd", "a/../../x.j2", "missing.j2", "notes.txt", "C:\\x.j2", ""]
)
def test_a_name_that_leads_elsewhere_is_refused(book, name):
    (book / "x.j2").write_text("outside", encoding="utf-8")
    with pytest.raises(Refused, match=r"^templates/x\.md\.j2"):
        run(book, '{% include "' + name.replace("\\", "\\\\") + '" %}')


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
def test_links_out_of_the_folder_and_pipes_are_refused(book):
    (book / "secret.j2").write_text("secret", encoding="utf-8")
    (book / "templates" / "link.j2").symlink_to(book / "secret.j2")
    os.mkfifo(book / "templates" / "pipe.j2")
    for name in ("link.j2", "pipe.j2"):
        with pytest.raises(Refused, match=name):
            run(book, f'{{% include "{name}" %}}')


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_link_inside_the_folder_is_followed(book):
    write(book, "inside", "real.j2")
    (book / "templates" / "link.j2").symlink_to(book / "templates" / "real.j2")
    assert run(book, '{% include "link.j2" %}') == "inside"


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_templates_folder_outside_the_book_is_refused(tmp_path):
    book, outside = tmp_path / "book", tmp_path / "outside"
    book.mkdir()
    outside.mkdir()
    (outside / "x.md.j2").write_text("outside", encoding="utf-8")
    (book / "templates").symlink_to(outside)
    with pytest.raises(Refused, match="leads out of the book"):
        Templates(book).render("x.md.j2", VALUES)
