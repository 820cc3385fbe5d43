from relplan.cli.pages import print_page
from relplan.reports.sections import Line, Section


def test_in_a_pipe_a_page_is_neither_wrapped_nor_cut(capsys):
    asked = []
    word = "long " * 60

    def page(columns):
        asked.append(columns)
        return [Section("HEAD", (Line(word),)), Section("", (Line("end"),))]

    print_page(page)
    assert asked == [None]
    assert capsys.readouterr().out == f"HEAD\n{word}\n\nend\n"


def test_on_a_terminal_a_page_knows_its_columns(capsys, monkeypatch):
    asked = []
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "44")
    print_page(lambda columns: asked.append(columns) or [Section("", (Line("end"),))])
    assert asked == [44]
    assert "end" in capsys.readouterr().out
