"""Relationship maps for tests: one that says a little of everything, and any at all."""

from hypothesis import strategies as st

from relplan.reports.map.chart import Box, Chart

NAUGHTY = [
    '"]; click A "javascript:x"',
    "end",
    "%%{init: {'theme':'dark'}}%%",
    "a\nb --> c",
    "`x`",
    "x]] --- p2",
    "<img src=x onerror=y>",
    "</text></svg><script>alert(1)</script>",
    "<!--",
    "]]>",
    "&amp; &lt; &#34; &x;",
    "#quot;",
    "|x|",
    "a\\",
    '\\" -> p9 [color=red]; "',
    "\\N \\G \\l",
    "\x1b]52;c;AA\x07",
    "\ufffe\uffff\x00",
    "渡辺 健 (Ken)",
    "\u202egnp.exe",
    "מרים كريم",
    "W" * 300,
    "supercalifragilistic" * 20,
]


def box(id_, name="", **more):
    known = {"title": "", "stance": "", "influence": "", "keeper": "", "key": False, "unmet": ""}
    return Box(id_, name or id_.title(), **{**known, **more})


def chart(*boxes, reports_to=None, influences=(), gaps=(), client="Acme plc"):
    return Chart(
        client, "acme", "25 Nov 2026", boxes, reports_to or {}, tuple(influences), tuple(gaps)
    )


def small(name="Jane Porter", title="CFO"):
    """Three people, two lines, one gap; the texts of the first may be any."""
    return chart(
        box("jane", name, title=title, stance="sceptic", influence="high", key=True),
        box("raj", "Raj", unmet="told"),
        box("pia", "Pia", keeper="Ben Archer", stance="mentor", influence="low"),
        reports_to={"raj": "jane"},
        influences=[("pia", "raj")],
        gaps=[f"Nobody of ours keeps the tie to {name}."],
    )


_TEXTS = st.one_of(st.sampled_from(NAUGHTY), st.text(max_size=60), st.just("Jane Porter"))


@st.composite
def charts(draw, most=60):
    """Any chart: with circles, with people who report to themselves, with any text."""
    ids = [f"a{at}" for at in range(draw(st.integers(0, most)))]
    boxes = [
        box(
            id_,
            draw(_TEXTS) or "x",
            title=draw(_TEXTS),
            stance=draw(st.sampled_from(["", "mentor", "opponent"])),
            influence=draw(st.sampled_from(["", "high", "low"])),
            keeper=draw(st.sampled_from(["", "Ben Archer", "W" * 80])),
            key=draw(st.booleans()),
            unmet=draw(st.sampled_from(["", "told", "assumed"])),
        )
        for id_ in ids
    ]
    one = st.sampled_from(ids) if ids else st.nothing()
    reports_to = draw(st.dictionaries(one, one)) if ids else {}
    influences = draw(st.lists(st.tuples(one, one), max_size=most, unique=True)) if ids else []
    gaps = draw(st.lists(_TEXTS, max_size=4))
    return chart(*boxes, reports_to=reports_to, influences=influences, gaps=gaps)
