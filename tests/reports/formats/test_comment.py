"""Findings as Markdown for a pull request."""

from findings import EVIL, HOME, finding, listing
from markdown_it import MarkdownIt

from relplan.reports.formats.comment import comment


def test_a_table_for_each_file_below_the_count():
    found = (finding(2), finding(7, severity="error"), finding(path="touches/a.yaml"))
    assert comment(listing(*found, prefix="book/", files=("1", "2", "3"))) == (
        "### relplan: 1 error, 2 warnings in 2 of 3 files\n\n"
        "**book/clients/a.yaml**\n\n"
        "| line | rule | finding |\n| ---: | --- | --- |\n"
        "| 2 | RP203 initiative-without-date | no day by which it is done; add \\`by:\\` |\n"
        "| 7 | RP203 initiative-without-date"
        " | **error** no day by which it is done; add \\`by:\\` |\n\n"
        "**book/touches/a.yaml**\n\n"
        "| line | rule | finding |\n| ---: | --- | --- |\n"
        "| 1 | RP203 initiative-without-date | no day by which it is done; add \\`by:\\` |\n\n"
        "`relplan rule CODE` explains a rule, and docs/rules.md has them all.\n"
    )


def test_with_an_address_each_rule_is_a_link():
    said = comment(listing(finding(), manual=HOME))
    assert (
        f"| 1 | [RP203 initiative-without-date](<{HOME}#rp203-initiative-without-date>) |" in said
    )
    assert said.endswith("`relplan rule CODE` explains a rule.\n")


def test_without_findings_it_says_so():
    assert comment(listing(files=["a"] * 14)) == "### relplan found nothing to say in 14 files\n"
    assert comment(listing()) == "### relplan found nothing to say in 1 file\n"


def test_foreign_text_is_text_in_one_cell():
    said = comment(listing(finding(message=EVIL, path="clients/<i>|.yaml")))
    tokens = MarkdownIt("commonmark").enable("table").parse(said)
    assert sum(one.type == "td_open" for one in tokens) == 3
    inner = [child for one in tokens for child in one.children or ()]
    assert not [one for one in inner if one.type.startswith(("html", "link"))]
    assert "@all" not in said
