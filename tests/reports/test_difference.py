from relplan.reports.difference import unified


def test_what_goes_and_what_comes_stand_below_each_other():
    assert unified("a.yaml", "a: 1\nb: 2\n", "b: 2\na: 1\n") == (
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n+b: 2\n a: 1\n-b: 2\n"
    )


def test_the_same_text_has_no_difference():
    assert unified("a.yaml", "a\n", "a\n") == ""


def test_lines_break_where_an_editor_breaks_them():
    shown = unified("a", "a: x\u2028y\r\n", "b: x\u2028y\r\n")
    assert shown.splitlines()[3:] == ["-a: x\\u2028y", "+b: x\\u2028y"]


def test_a_missing_last_break_is_said():
    assert unified("a", "a\nb", "b\na").endswith("\\ No newline at end of file\n")


def test_hostile_text_is_shown_and_never_sent():
    assert "\x1b" not in unified("a", "a: 1\n", "a: \x1b[2J\n")


def test_a_file_that_comes_or_goes_is_named_as_diff_names_it():
    assert unified("a.yaml", None, "a\n").startswith("--- /dev/null\n+++ b/a.yaml\n")
    assert unified("a.yaml", "a\n", None).startswith("--- a/a.yaml\n+++ /dev/null\n")


def test_a_file_that_moves_is_named_as_git_names_it():
    head = "diff --git a/a.yaml b/b.yaml\nrename from a.yaml\nrename to b.yaml\n"
    assert unified("b.yaml", "a\n", "a\n", "a.yaml") == head
    assert unified("b.yaml", "a\n", "b\n", "a.yaml").startswith(
        f"{head}--- a/a.yaml\n+++ b/b.yaml\n@@"
    )


def test_a_carriage_return_stays_at_the_end_of_its_line():
    assert unified("a", "a: 1\r\n", "a: 2\r\n").endswith("-a: 1\r\n+a: 2\r\n")
