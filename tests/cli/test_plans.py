from datetime import date

import pytest
from scenes import write_book

from relplan.cli.plans import end_work, initiative_of, work, work_or_settings
from relplan.errors import WrongUse


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path, prospects__arvo="prospect: Arvo Foods\n")


def test_a_work_holds_the_plan_and_a_draft_of_it(root):
    here = work("manuf", root, "2026-11-25")
    assert (here.client, here.path, here.today) == ("acme", "clients/acme.yaml", date(2026, 11, 25))
    assert here.names.name == "Acme Manufacturing plc"
    assert here.draft.changes() == []


def test_a_prospect_is_one_only_where_it_may_be(root):
    assert work("arvo", root, None, plans_only=False).path == "prospects/arvo.yaml"
    with pytest.raises(WrongUse, match="no client 'arvo'"):
        work("arvo", root, None)


@pytest.mark.parametrize("typed", ["close-clinic", "cl", "at each PLANT"])
def test_an_initiative_is_found_by_id_prefix_or_words(root, typed):
    here = work("acme", root, None)
    where = initiative_of(here, typed)
    assert where == ("goals", "g1", "initiatives", "close-clinic")
    assert here.written((*where, "owner")) == "ben"


def test_an_initiative_that_is_not_there_lists_those_that_are(root):
    with pytest.raises(
        WrongUse, match="no initiative of Acme Manufacturing plc 'zed'; there are: close-clinic"
    ):
        initiative_of(work("acme", root, None), "zed")


def test_the_settings_are_the_book_unless_a_client_is_called_so(root):
    assert work_or_settings("book", root, None).path == "relplan.yaml"
    assert work_or_settings("acme", root, None).path == "clients/acme.yaml"
    write_book(root, clients__book="client: Book Ltd\npriority: A\n")
    assert work_or_settings("book", root, None).path == "clients/book.yaml"
    assert work_or_settings("relplan.yaml", root, None).path == "relplan.yaml"


def test_a_fault_that_the_change_mends_is_not_told_any_more(root, capsys):
    text = (root / "clients/acme.yaml").read_text("utf-8")
    write_book(root, clients__acme=text.replace("priority: A", "priority: Z"))
    here = work("acme", root, "2026-11-25")
    here.draft.set_value(here.path, ["priority"], "B")
    end_work(here, dry_run=False)
    assert capsys.readouterr().err == ""
    assert "priority: B" in (root / "clients/acme.yaml").read_text("utf-8")
