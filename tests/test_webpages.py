"""Each question that is asked of a page finds the fault that it is for."""

import pytest
import webpages


def root(body, head=""):
    return webpages.Tree(
        f'<html lang="en"><head><title>t</title>{head}</head><body><header></header>'
        f"<main>{body}</main></body></html>"
    ).root


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("<h2>x</h2>", "not one h1 at the beginning: [2]"),
        ("<h1>x</h1><h1>y</h1>", "not one h1 at the beginning: [1, 1]"),
        ("<h1>x</h1><h3>y</h3>", "h1 is followed by h3"),
        ('<h1 id="a">x</h1><p id="a"></p>', "id a twice"),
        ("<h1>x</h1><h2></h2>", "empty h2"),
        ("<h1>x</h1><nav>a</nav><nav>a</nav>", "two navigations of one name: ['a', 'a']"),
        ("<h1>x</h1><main></main>", "2 of <main>"),
    ],
)
def test_a_fault_of_structure_is_noticed(body, wrong):
    assert wrong in webpages.structure(root(body))


@pytest.mark.parametrize(
    "body",
    [
        '<a href="x.html"></a>',
        '<input id="a">',
        "<section></section>",
        '<svg role="img"></svg>',
        "<button></button>",
        '<p tabindex="3">x</p>',
        '<div class="scroll" role="region" aria-label="x"></div>',
    ],
)
def test_what_has_no_name_or_no_key_is_noticed(body):
    assert len(webpages.names(root(body))) == 1


@pytest.mark.parametrize(
    "table",
    [
        "<tbody><tr></tr></tbody>",
        "<thead><tr><th>a</th></tr></thead>",
        '<thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>',
    ],
)
def test_a_fault_of_a_table_is_noticed(table):
    assert len(webpages.tables(root(f"<table>{table}</table>"))) == 1


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://x.example">x</a>',
        '<a href="//x.example">x</a>',
        '<a href="javascript:x">x</a>',
        '<p onclick="x"></p>',
        '<p style="x"></p>',
        "<iframe></iframe>",
        "<style>p{background:url(x)}</style>",
    ],
)
def test_what_leads_outside_is_noticed(body):
    assert len(webpages.outside(root(body))) == 1


def test_a_link_that_leads_nowhere_is_noticed():
    site = {"a/b.html": '<a href="../c.html#x">x</a><a href="#no">y</a>', "c.html": '<p id="x">'}
    assert webpages.broken_links(site) == ["a/b.html: #no"]


def test_what_is_not_well_nested_is_noticed():
    assert webpages.Tree("<p><b></p></b>").wrong
    assert webpages.Tree("<p>").wrong
    assert webpages.Tree("<!-- x -->").wrong
    assert not webpages.Tree("<p>a<br>b</p>").wrong
