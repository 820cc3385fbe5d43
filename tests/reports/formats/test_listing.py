"""What formats are made from: places, links, identities."""

from findings import HOME, finding, listing


def test_a_place_begins_at_the_root_of_the_repository():
    assert listing(prefix="books/ours/").place(finding()) == "books/ours/clients/a.yaml"


def test_a_link_leads_to_the_section_of_the_rule():
    assert listing().link(finding()) == "docs/rules.md#rp203-initiative-without-date"
    assert listing(manual=HOME).link(finding()) == f"{HOME}#rp203-initiative-without-date"


def test_only_a_whole_address_can_be_followed_from_anywhere():
    assert not listing().has_address
    assert listing(manual=HOME).has_address


def test_each_finding_comes_with_its_identity():
    [(one, known)] = listing(finding(item="goals.g")).identified()
    assert (one.line, known.item) == (1, "goals.g")


def test_the_sections_are_there():
    import re

    import guards

    from relplan.reports.diagnostics import link
    from relplan.rules.catalogue import PAGES

    page = (guards.ROOT / "docs/rules.md").read_text(encoding="utf-8")
    heads = re.findall(r"^### (.+)$", page, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}
    assert {link(one.code, one.name).partition("#")[2] for one in PAGES} == anchors
