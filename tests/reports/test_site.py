"""The site of a whole book: what a partner opens, asked as a browser and a screen reader would."""

import json
import re
from dataclasses import fields
from pathlib import Path

import books
import pages
import pytest
import webpages

from relplan.files.book import load
from relplan.reports.pack.shape import Pack
from relplan.reports.site.build import Site
from relplan.reports.site.layout import plain as plain_values

ROOT = Path(__file__).parent.parent.parent
NAUGHTY = [
    "<script>alert(1)</script>",
    "</td></table></main>",
    "<!-- hidden",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "&lt;b&gt; &#35;",
    "]]></svg></script><script>",
    "javascript:alert(1)",
    "{{ 7*7 }} {% if %}",
    "\\u003c/script>",
    "two\\nlines",
]
WORDS = {
    "relplan.yaml": """\
firm: WORD
team:
  amara: {name: WORD, title: WORD, department: WORD, email: WORD, tier: principal}
lint: {ignore: [RP2, RP3, RP4, RP5, RP6, RP7, RP8, RP9]}
""",
    "clients/acme.yaml": """\
client: WORD
owner: amara
priority: A
notes: WORD
current_work: [WORD]
values: {v: {text: WORD, known_by: WORD}}
strengths: {s: {text: WORD, evidence: WORD}}
weaknesses: {w: {text: WORD, evidence: WORD}}
roles:
  jane: {name: WORD, title: WORD, department: WORD, email: WORD, phone: WORD, interests: [WORD], notes: WORD, ours: amara}
goals:
  g: {goal: WORD, measure: {what: WORD, target: 1}, initiatives: {i: {what: WORD, for: [jane], invests: WORD, learns: WORD, illustrates: WORD, status: done, result: WORD}}}
review: {next: 2027-01-12, held: {2026-10-01: {decided: [WORD], note: WORD}}}
""",
    "touches/acme.yaml": "- {date: 2026-11-03, with: [jane], by: amara, note: WORD, learned: WORD,"
    " promise: {what: WORD, by: 2026-11-30}}\n",
    "prospects/contoso.yaml": """\
prospect: WORD
owner: amara
win: {what: WORD, by: 2027-09-30, sponsor: lena}
roles: {lena: {name: WORD, title: WORD}}
ours: {hale: {name: WORD, title: WORD, force: detractor, motive: WORD, answer: WORD}}
steps: {one: {what: WORD, stage: WORD, value: WORD, people: {hale: detractor}}}
homework: {h: {learned: WORD, from: WORD, who: WORD}}
metrics: {m: {what: WORD, target: 3}}
practices: {p: {from: WORD, adapted: WORD}}
""",
    "campaigns/stock.yaml": """\
proposition: WORD
promise: WORD
owner: amara
executives: {ops: WORD}
resistance: {cash: {who: WORD, what: WORD, answer: WORD}}
cohort: {is: WORD, clients: [acme], prospects: [contoso]}
pitches: [{date: 2026-11-14, at: acme, to: jane, by: amara, feedback: WORD}]
versions: {2026-11-20: WORD}
""",
}


def site_of(root, today=books.TODAY):
    site = Site(load(root.resolve()), today)
    return {name: site.file(name).decode() for name in site.names}


def filled(folder, word):
    return books.write_book(
        folder, {path: text.replace("WORD", word) for path, text in WORDS.items()}
    )


@pytest.fixture(scope="module")
def team():
    return site_of(ROOT / "examples" / "team")


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return site_of(filled(tmp_path_factory.mktemp("plain"), '"word"'))


def test_every_client_prospect_campaign_and_member_has_a_page(team):
    book = load((ROOT / "examples" / "team").resolve()).book
    assert set(team) == {
        "index.html",
        "decide.html",
        "due.html",
        "search.html",
        *(f"clients/{id_}.html" for id_ in book.plans),
        *(f"prospects/{id_}.html" for id_ in book.prospects),
        *(f"campaigns/{id_}.html" for id_ in book.campaigns),
        *(f"team/{id_}.html" for id_ in book.settings.team),
    }


def test_pages_are_well_built_named_and_closed(team, plain):
    for site in (team, plain):
        for path, text in site.items():
            tree = webpages.Tree(text)
            pages.parsed(text)  # as strictly as HTML is written down
            asked = (webpages.structure, webpages.names, webpages.tables, webpages.outside)
            wrong = [*tree.wrong, *(one for ask in asked for one in ask(tree.root))]
            assert wrong == [], path


def test_every_link_leads_to_a_page_and_a_place_of_the_site(team, plain):
    assert webpages.broken_links(team) == []
    assert webpages.broken_links(plain) == []


def test_what_a_search_finds_leads_to_a_place_of_the_site(team):
    found = found_in(team["search.html"])
    places = {path: set(webpages.ids(webpages.Tree(text).root)) for path, text in team.items()}
    for _, title, _, href, _ in found:
        path, _, fragment = href.partition("#")
        assert not fragment or fragment in places[path], title
    assert {"client", "prospect", "campaign", "person", "touch", "initiative"} <= {
        one[0] for one in found
    }


def found_in(text):
    [one] = [
        e for e in webpages.Tree(text).root.all("script") if e.attrs.get("id") == "search-data"
    ]
    return json.loads(one.own)


def test_the_same_book_and_day_give_the_same_bytes(team):
    assert site_of(ROOT / "examples" / "team") == team


@pytest.mark.parametrize("word", NAUGHTY)
def test_no_text_changes_the_elements_of_a_page(tmp_path, plain, word):
    site = site_of(filled(tmp_path, json.dumps(word)))
    assert set(site) == set(plain)
    for path, text in site.items():
        tree = webpages.Tree(text)
        assert tree.wrong == [], path
        assert webpages.shape(tree.root) == webpages.shape(webpages.Tree(plain[path]).root), path
    texts = {cell for row in found_in(site["search.html"]) for cell in row}
    assert " ".join(word.split()) in texts


def test_what_the_rules_quote_is_text_too(tmp_path):
    texts = {
        path: text.replace("WORD", '"<x-evil>buy more <b>now"') for path, text in WORDS.items()
    }
    texts["relplan.yaml"] = texts["relplan.yaml"].partition("lint:")[0]
    texts["clients/acme.yaml"] = texts["clients/acme.yaml"].replace(
        "status: done", "by: 2026-12-01"
    )
    site = site_of(books.write_book(tmp_path, texts))
    said = site["clients/acme.html"].partition('id="findings"')[2].partition('id="next"')[0]
    assert "&lt;x-evil&gt;" in said
    assert not [path for path, text in site.items() if list(webpages.Tree(text).root.all("x-evil"))]


def test_control_and_bidi_characters_are_shown_in_the_search_too(tmp_path):
    site = site_of(filled(tmp_path, '"a\\e[31m\\u202eb\\u2028c"'))
    assert not set("\x1b\u202e\u2028") & set("".join(site.values()))
    assert "a\\x1b[31m\\u202eb c" in {one[1] for one in found_in(site["search.html"])}


def words_of(text):
    return webpages.Tree(text).root.text


def test_a_plan_that_cannot_be_read_has_a_page_that_says_so(tmp_path):
    root = books.write_book(tmp_path, {"clients/beta.yaml": "client: [Beta\n"})
    site = site_of(root)
    for path in ("index.html", "clients/beta.html", "due.html", "search.html"):
        assert "clients/beta.yaml:" in words_of(site[path]), path
    assert "clients/beta.yaml cannot be read" in words_of(site["clients/beta.html"])
    assert "clients/beta.yaml" not in words_of(site["clients/acme.html"])


def test_who_rests_is_counted_beside_those_we_keep_in_touch_with(team):
    said = words_of(team["index.html"])
    assert "11 clients and 2 prospects (1 damaged)." in said
    assert "1 more is neither active nor damaged." in said


def test_a_file_of_which_a_part_cannot_be_read_is_never_said_to_be_in_order(tmp_path):
    root = books.write_book(
        tmp_path,
        {
            "clients/acme.yaml": books.BASE["clients/acme.yaml"] + "since: soon\n",
            "campaigns/stock.yaml": "proposition: We hold the stock\nruns: soon\n",
        },
    )
    site = site_of(root)
    for path in ("clients/acme.html", "campaigns/stock.html"):
        assert "The rules find nothing" not in words_of(site[path]), path
        assert "Not read" in words_of(site[path]), path


def test_a_client_whose_log_cannot_be_read_shows_nothing_that_hangs_on_it(tmp_path):
    root = books.write_book(tmp_path, {"touches/acme.yaml": "- {date: [\n"})
    site = site_of(root)
    said = words_of(site["clients/acme.html"])
    assert "The log of this client cannot be read." in said
    assert "touches/acme.yaml:" in said
    assert "Jane Porter" in said
    assert "No touch" not in said
    assert "log not read" in words_of(site["index.html"])


def test_an_empty_book_says_how_to_begin(tmp_path):
    (tmp_path / "relplan.yaml").write_text("firm: Hartwell & Lowe\n")
    site = site_of(tmp_path)
    assert set(site) == {"index.html", "decide.html", "due.html", "search.html"}
    assert "There is no client to look at." in words_of(site["index.html"])
    assert "start one with relplan new ." in words_of(site["index.html"])
    for path, text in site.items():
        assert webpages.structure(webpages.Tree(text).root) == [], path


def test_a_team_lays_out_its_own_page(tmp_path):
    texts = {"templates/site/foot.html.j2": "<footer><p>House rules of {{ firm }}</p></footer>\n"}
    site = site_of(books.write_book(tmp_path, texts))
    assert "House rules of Hartwell &amp; Lowe" in site["index.html"]


def test_only_the_page_that_searches_runs_a_script(team):
    running = [path for path, text in team.items() if "<script>" in text]
    assert running == ["search.html"]
    for path, text in team.items():
        assert ("script-src" in text) == (path == "search.html")
        assert "default-src 'none'" in text


def names_in(value, sections=()):
    """Every name in the values of a page, without those of the pack's own sections."""
    if isinstance(value, dict):
        for name, one in value.items():
            if name not in sections:
                yield name
                yield from names_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from names_in(one)


def test_the_readme_of_the_templates_names_all_that_a_template_sees_and_nothing_else(tmp_path):
    words = (ROOT / "templates" / "site" / "README.md").read_text(encoding="utf-8")
    told = {one.removesuffix("[]") for one in re.findall(r"`([a-z_]+(?:\[\])?)`", words)}
    templates = {one.name.partition(".")[0] for one in (ROOT / "templates/site").glob("*.j2")}
    pack = {one.name for one in fields(Pack)}
    known = {"title", "firm", "today", "up", "nav", "name", "href", "here", "faults"}
    broken = {
        "touches/acme.yaml": "- [\n",
        "clients/beta.yaml": "client: [\n",
        "campaigns/stock.yaml": "proposition: We hold the stock on your shelf\n",
    }
    for root in (
        ROOT / "examples" / "team",
        filled(tmp_path / "a", "x"),
        books.write_book(tmp_path / "b", broken),
    ):
        for sheet in Site(load(root.resolve()), books.TODAY).sheets():
            sections = pack if sheet.template == "client" else ()
            known.update(
                names_in(plain_values(dict(sheet.values)), sections),
                names_in(plain_values(list(sheet.faults))),
            )
    assert known - told == set()
    assert told - known - templates == set()
