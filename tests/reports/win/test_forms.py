from ways import a_way

from relplan.reports.win.forms import FORMS


def test_every_format_is_a_text_of_its_own():
    drawn = {name: form(a_way()) for name, form in FORMS.items()}
    assert list(drawn) == ["terminal", "mermaid", "svg", "json"]
    assert len({*drawn.values()}) == len(drawn)
    assert all(text.endswith("\n") for text in drawn.values())
