import pytest
from books import write_book

from relplan.errors import Refused
from relplan.files.book import load
from relplan.files.draft import Draft
from relplan.files.tidy import plans
from relplan.files.tidy.plans import tidied, tidy_in, unread, wish, write_tidied
from relplan.model.plan import Plan
from relplan.model.settings import Fmt

PLAN = "priority: A\n# the name\nclient: Acme\nroles:\n    jane:\n        title: CFO\n        name: Jane\n"


@pytest.fixture
def book(tmp_path):
    return write_book(tmp_path, {"clients/acme.yaml": b"\xef\xbb\xbf" + PLAN.encode()})


def fmt(**fields):
    return Fmt.model_validate(fields)


def of(book, **fields):
    return tidied(load(book).documents["clients/acme.yaml"], fmt(**fields)).decode()


def test_nothing_is_done_that_is_not_opted_into(book):
    assert of(book) == "\ufeff" + PLAN


def test_sections_fields_and_indentation_are_opted_into_one_by_one(book):
    head = "\ufeffpriority: A\n# the name\nclient: Acme\nroles:\n"
    first = "\ufeff# the name\nclient: Acme\npriority: A\nroles:\n"
    jane = "    jane:\n        title: CFO\n        name: Jane\n"
    assert of(book, sections="true") == first + jane
    assert of(book, fields="true") == head + "    jane:\n        name: Jane\n        title: CFO\n"
    assert of(book, indent="2") == head + "  jane:\n    title: CFO\n    name: Jane\n"
    assert of(book, sections=["roles"]).startswith("\ufeffroles:\n    jane:")


def test_the_order_is_that_of_the_model_at_every_place():
    order = wish(fmt(sections="true", fields="true"), "clients").order
    assert list(order(())) == list(Plan.model_fields)
    assert list(order(("goals", "a", "initiatives", "b")))[:4] == ["what", "owner", "by", "for"]
    assert list(order(("roles",))) == []  # people keep the order in which they were written
    assert list(order(("nonsense", "x"))) == []


def test_every_folder_but_the_logs_is_tidied():
    assert plans.TIDIED == ("clients", "prospects", "campaigns")
    for folder in plans.TIDIED:
        assert wish(fmt(sections="true"), folder).order(())


def test_a_file_that_was_saved_in_between_is_left_as_it_is(book):
    loaded = load(book)
    document = loaded.documents["clients/acme.yaml"]
    assert document.raw  # it has been read
    path = book / "clients" / "acme.yaml"
    path.write_text("client: Newer\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"clients/acme\.yaml was changed in this moment; it is left"):
        write_tidied(loaded, document, b"x")
    assert path.read_text(encoding="utf-8") == "client: Newer\n"


def test_what_cannot_be_read_is_named_and_wrong_ids_inside_of_a_file_are_not(tmp_path):
    files = {
        "clients/acme.yaml": "client: Acme\npriority: A\nroles: {Jane Porter: {name: Jane}}\n",
        "clients/broken.yaml": "client: Acme\npriority: A\nnotes: a: b\n",
        "clients/old.yml": "client: Old\n",
    }
    loaded = load(write_book(tmp_path, files))
    found = unread(loaded, ["clients/acme.yaml", "clients/broken.yaml", "clients/old.yml"])
    assert [one.path for one in found] == ["clients/broken.yaml", "clients/old.yml"]


def test_a_draft_is_tidied_as_files_are_and_what_is_refused_stays(tmp_path):
    twice = "owner: amara\nclient: Acme\nowner: ben\n"
    plan = "\ufeffowner: amara\nclient: Acme\n"
    root = write_book(tmp_path, {"clients/acme.yaml": plan, "clients/twice.yaml": twice})
    draft = Draft(load(root))
    paths = ["clients/twice.yaml", "clients/acme.yaml", "touches/acme.yaml", "clients/none.yaml"]
    assert tidy_in(draft, paths, fmt(sections=True)) == 1
    assert draft.text("clients/acme.yaml") == "\ufeffclient: Acme\nowner: amara\n"
    assert draft.text("clients/twice.yaml") == twice
