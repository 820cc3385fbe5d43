"""Edits of a plan: the lines that change, and all the others."""

from relplan.files.edit import add_entry, append_item

PLAN = """\
# Acme, kept by Amara
client: Acme plc      # as they write it
owner: amara          # since March

roles:
  # the CFO
  jane:
    name: "Jane Porter"
    interests: [sailing,
      chess,  # badly
    ]
    notes: |
      Prefers the phone.

      Before nine.
    # title: still unknown
  raj: {name: Raj Patel, level: staff}

# Goals below
goals: []
review:
"""


def changed_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came, between what stayed."""
    before, after = old.splitlines(True), new.splitlines(True)
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return before, after


def test_an_entry_in_a_plan_changes_its_own_line_only():
    new = add_entry(PLAN, ["roles"], "marcus", {"name": "Marcus Hale", "level": "executive"})
    assert changed_lines(PLAN, new) == ([], ["  marcus: {name: Marcus Hale, level: executive}\n"])


def test_the_heading_of_the_next_section_stays_where_it_is():
    new = add_entry(PLAN, ["roles"], "marcus", {"name": "Marcus Hale"})
    assert "level: staff}\n  marcus: {name: Marcus Hale}\n\n# Goals below\ngoals: []\n" in new


def test_a_comment_inside_brackets_stays_with_its_item():
    new = append_item(PLAN, ["roles", "jane", "interests"], "maps")
    assert changed_lines(PLAN, new) == ([], ["      maps,\n"])
