"""The pack as a page: what a browser reads, whatever the plan says."""

import functools
import re
import shutil
from datetime import date
from pathlib import Path

import naughty
import pages
import pytest

from relplan.errors import Refused
from relplan.files.book import load
from relplan.reports.pack import build
from relplan.reports.review import as_html, as_markdown
from relplan.reports.templates import Templates
from relplan.rules.runner import lint

TODAY = date(2026, 11, 25)
BOOKS = Path(__file__).parents[1] / "books"
TEAM = Path(__file__).parents[2] / "examples" / "team"


def page_of(root, id_):
    loaded = load(root)
    return as_html(build(loaded.book, id_, TODAY, lint(loaded, TODAY)), Templates(root))


@pytest.fixture(scope="module")
def team():
    """The pages of the example book by id."""
    loaded = load(TEAM)
    found, templates = lint(loaded, TODAY), Templates(TEAM)
    packs = {id_: build(loaded.book, id_, TODAY, found) for id_ in loaded.book.everyone()}
    return {id_: as_html(pack, templates) for id_, pack in packs.items()}


@pytest.fixture(scope="module")
def with_text(tmp_path_factory):
    """A page all of whose texts are the one given."""
    root = tmp_path_factory.mktemp("naughty") / "quay"
    shutil.copytree(BOOKS / "quay", root)
    templates = Templates(root)

    @functools.cache
    def page(text):
        found = naughty.book(root, text)
        return as_html(build(load(root).book, "naughty", TODAY, found), templates)

    return page


def test_every_page_of_the_example_book_is_sound(team):
    assert len(team) > 12
    assert {id_: found for id_, page in team.items() if (found := pages.faults(page))} == {}


def test_a_plan_with_nothing_in_it_gives_a_sound_page(quay):
    (quay / "clients" / "new.yaml").write_text("client: New\npriority: C\n", encoding="utf-8")
    page = page_of(quay, "new")
    assert pages.faults(page) == []
    assert "No person of theirs is written down" in pages.words(page)


@pytest.mark.parametrize("text", naughty.TEXTS)
def test_foreign_text_changes_no_element_anywhere_in_a_page(with_text, text):
    page = with_text(text)
    assert pages.structure(page) == pages.structure(with_text("plain"))
    assert pages.faults(page) == []


@pytest.mark.parametrize("text", [one for one in naughty.TEXTS if one.isprintable()])
def test_foreign_text_is_read_whole(with_text, text):
    assert pages.words(with_text(text)).count(" ".join(text.split())) > 20


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('<p id="state">x</p>', "id state is there 2 times"),
        ('<a href="#nowhere">x</a>', "the link #nowhere leads nowhere"),
        ('<a href="https://x.example">x</a>', "the link https://x.example leads nowhere"),
        ('<section aria-labelledby="none"></section>', "the label none is nowhere"),
        ('<img src="x">', "<img> is not expected"),
        ('<p onclick="f()">x</p>', "<p> does or styles something itself"),
        ("<h1>x</h1>", "the headings begin with h1"),
        ("<table><tbody><tr><td>x</td></tr></tbody></table>", "a table does not scroll"),
    ],
)
def test_a_fault_of_a_page_is_noticed(team, wrong, said):
    page = team["acme"].replace("</main>", f"{wrong}</main>")
    assert said in pages.faults(page)


def test_a_team_lays_out_one_section_of_the_page_anew(quay):
    (quay / "templates" / "review").mkdir(parents=True)
    own = quay / "templates" / "review" / "sources.html.j2"
    own.write_text('<section id="sources"><h2>Ours & {{ client }}</h2></section>\n', "utf-8")
    page = page_of(quay, "harbour")
    assert "<h2>Ours & Harbour Authority</h2>" in page
    assert "Made from" not in page
    assert "Made from" in as_markdown(build(load(quay).book, "harbour", TODAY), Templates(quay))


def test_a_fault_in_the_teams_template_of_the_page_is_named_by_its_line(quay):
    (quay / "templates" / "review").mkdir(parents=True)
    own = quay / "templates" / "review" / "state.html.j2"
    own.write_text("<section>\n{{ state.mood }}\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"^templates/review/state\.html\.j2:2: there is no `mood`"):
        page_of(quay, "harbour")


def test_the_map_is_drawn_in_the_page_and_told_in_words(team):
    (drawing,) = pages.parsed(team["acme"]).iter(f"{pages.SVG}svg")
    assert drawing.get("role") == "img"
    said = drawing.find(f"{pages.SVG}desc").text
    assert "Jane Porter: CFO; supporter; decides or counts most" in said


def test_bars_have_their_number_beside_them_and_share_one_scale(quay):
    log = "".join(
        f"- {{date: 2026-11-{day:02}, with: [tom], by: ida, how: call}}\n" for day in range(1, 9)
    )
    (quay / "touches" / "harbour.yaml").write_text(log, encoding="utf-8")
    page = page_of(quay, "harbour")
    assert '<span class="bar l8">8</span>' in page
    assert '<span class="bar l0">·</span>' in page


def test_every_attribute_of_the_packaged_templates_stands_in_quotes():
    templates = (TEAM.parents[1] / "templates").rglob("*.html.j2")
    assert not [one for path in templates if (one := unquoted(path.read_text(encoding="utf-8")))]
    assert unquoted('<p class={{ x }} id="y">') == ["class={{"]


def unquoted(text):
    return re.findall(r"<[^>]*?\s([a-z-]+=[^\"'\s>]+)", text)
