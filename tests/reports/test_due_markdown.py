from datetime import date

from markdown_it import MarkdownIt
from scenes import TODAY, acme, book, jane, listed

from relplan.reports.due_markdown import as_markdown

HOSTILE = "<script>x</script> [a](javascript:b) @team #12 *b* `c` | \x1b[2J\n# big"


def test_the_whole_list_as_markdown():
    line = {"date": "2026-10-12", "how": "lunch", "note": "Worried"}
    found = listed(acme({"phone": "0113", "birthday": "11-27"}, line), until=date(2026, 11, 27))
    assert as_markdown(found, "Amara Okafor") == (
        "# Wed 25 November 2026, for Amara Okafor\n"
        "\n"
        "## Late\n"
        "\n"
        "- **Jane Porter** (Acme), 16 days late: 44 days since lunch on 12 Oct, every 4w\n"
        "  - 12 Oct: Worried\n"
        "  - reach: 0113\n"
        "\n"
        "## This week\n"
        "\n"
        "- **Jane Porter** (Acme), Fri 27 Nov: birthday on 27 Nov\n"
        "  - 12 Oct: Worried\n"
        "  - reach: 0113\n"
        "\n"
        "1 late, 1 this week\n"
    )


def test_everybodys_list_says_whose_each_item_is():
    assert "**Jane Porter** (Acme) → amara, " in as_markdown(listed(acme()))


def test_an_empty_list_explains_itself():
    assert as_markdown(listed(acme({"cadence": "never"}))) == (
        "# Wed 25 November 2026\n\n0 due: 1 person rests (cadence: never)\n"
    )


def kinds(text):
    """The structure of a text: the kinds of its tokens, inside of lines too."""
    tokens = MarkdownIt("commonmark").parse(text)
    return [one.type for token in tokens for one in (token, *(token.children or ()))]


def test_hostile_text_is_text_and_changes_no_structure():
    def shown(text):
        of = book(
            {"acme": {"client": text, "roles": {"jane": jane(name=text, notes=text)}}},
            {"acme": [{"date": "2026-10-01", "note": text}]},
        )
        return as_markdown(listed(of, TODAY), text)

    assert kinds(shown(HOSTILE)) == kinds(shown("plain"))
    assert "\x1b" not in shown(HOSTILE)
