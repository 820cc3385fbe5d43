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


def test_a_template_lays_out_values_and_escapes_them(book):
    text = "{% for row in rows %}\n{{ loop.index }} {{ row.name }}\n{% endfor %}\n"
    assert run(book, text) == "1 a\\|b\n2 c\n"


def test_data_is_never_a_template(book):
    values = {"note": "{{ 7*7 }} {% raw %} {# #}"}
    assert run(book, "{{ note }}", values) == "{{ 7\\*7 }} {% raw %} {# #}"


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


def test_what_is_not_there_can_be_asked_for_but_not_written(book):
    assert run(book, "{{ rows[0].nick | default('-') }}{% if x is defined %}x{% endif %}") == "\\-"
    with pytest.raises(Refused, match="there is no `nick` here"):
        run(book, "{{ rows[0].nick }}")


def test_what_is_asked_of_nothing_is_told_by_the_name_of_what_is_missing(book):
    for text in ("{{ nobody.name }}", "{{ nobody.__init__ }}", "{{ nobody['x'].y }}"):
        with pytest.raises(Refused, match=r"^templates/x\.md\.j2:1: 'nobody' is undefined$"):
            run(book, text)
    assert run(book, "{{ nobody.name | default('-') }}") == "\\-"


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


def test_deeply_nested_templates_are_refused_not_a_crash(book):
    with pytest.raises(Refused):
        run(book, "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}")
