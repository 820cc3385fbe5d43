import os

import pytest

from relplan.errors import Refused
from relplan.reports.templates import render

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
    return render(book, "x.md.j2", values)


def test_a_template_lays_out_values_and_escapes_them(book):
    text = "{% for row in rows %}\n{{ loop.index }} {{ row.name }}\n{% endfor %}\n"
    assert run(book, text) == "1 a\\|b\n2 c\n"


def test_data_is_never_a_template(book):
    values = {"note": "{{ 7*7 }} {% raw %} {# #}"}
    assert run(book, "{{ note }}", values) == "{{ 7\\*7 }} {% raw %} {# #}"


def test_the_book_comes_before_relplan_section_by_section(book):
    write(book, "ours\n", "review/state.md.j2")
    write(book, '{% include "review/state.md.j2" %}')
    assert render(book, "x.md.j2", VALUES) == "ours\n"


@pytest.mark.parametrize(
    "text",
    [
        "\n{{ cycler.__init__.__globals__ }}",
        "\n{{ ''.__class__ }}",
        "\n{{ client|attr('__class__') }}",
        "\n{{ client.__class__ }}",
        "\n{{ rows['__class__'] }}",
        "\n{{ rows.append(1) }}",
        "\n{{ client.upper() }}",
        "\n{{ client.upper }}",
        "\n{{ undefined_name }}",
        "\n{{ rows[0].nothing }}",
        "\n{{ rows }}",
        "\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "\n{% for a in rows recursive %}{% endfor %}",
        "\n{% import 'review.md.j2' as r %}",
        "\n{% set a %}x{% endset %}",
        "\n{{ client ~ client }}",
        "\n{{ 'a' * 1000000000 }}",
        "\n{{ 10**100000000 }}",
        "\n{{ '%1000000000d' % 5 }}",
        "\n{{ client|center(1000000000) }}",
        "\n{% for i in range(10) %}{% endfor %}",
        "\n{% if %}",
        "\n{{ 1/0 }}",
    ],
)
def test_what_does_more_than_lay_out_is_refused_by_template_and_line(book, text):
    with pytest.raises(Refused, match=r"^templates/x\.md\.j2:2: ."):
        run(book, text)


def test_the_same_line_without_the_fault_renders(book):
    assert run(book, "\n{{ client | upper }}") == "\nACME"


def test_nested_loops_end(book):
    loops = "{% for a in many %}" * 6 + "{% endfor %}" * 6
    with pytest.raises(Refused, match="turns of loops"):
        run(book, loops)


def test_loops_with_a_condition_that_is_never_true_end_too(book):
    loops = "{% for a in many if a == 'y' or a %}{% for b in many if b == 'y' %}{% endfor %}"
    loops += "{% for b in many if b == 'y' %}{% for c in many %}{% endfor %}{% endfor %}" * 40
    with pytest.raises(Refused, match="turns of loops"):
        run(book, loops + "{% endfor %}")


def test_templates_that_include_each_other_twice_end(book):
    for at in range(30):
        write(book, f'{{% include "t{at + 1}.j2" %}}' * 2, f"t{at}.j2")
    write(book, "", "t30.j2")
    with pytest.raises(Refused, match="includes"):
        run(book, '{% include "t0.j2" %}')


def test_output_has_a_limit(book):
    with pytest.raises(Refused, match="characters come out"):
        run(
            book, "{% for a in many %}{% for b in many %}" + "y" * 5000 + "{% endfor %}{% endfor %}"
        )


def test_texts_cannot_grow_by_doubling(book):
    doubling = "{% set a = [client, client, client, client]|join(client) %}" + "".join(
        f"{{% set {b} = [{a}, {a}, {a}, {a}, {a}, {a}, {a}, {a}]|join %}}"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(Refused, match="join"):
        run(book, doubling + "{{ i | length }}")


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
        render(book, "x.md.j2", VALUES)


def test_deeply_nested_templates_are_refused_not_a_crash(book):
    with pytest.raises(Refused):
        run(book, "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}")
