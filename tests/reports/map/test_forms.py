import pytest
from charts import small

from relplan.reports.map.forms import FORMS


@pytest.mark.parametrize(
    ("form", "begin"),
    [
        ("terminal", "Acme plc (acme)"),
        ("mermaid", "flowchart TD\n"),
        ("svg", "<svg xmlns="),
        ("dot", "digraph relationships {\n"),
    ],
)
def test_each_format_is_whole_and_ends_with_a_line(form, begin):
    text = FORMS[form](small())
    assert text.startswith(begin)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_there_are_no_others():
    assert list(FORMS) == ["terminal", "mermaid", "svg", "dot"]
