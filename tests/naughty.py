"""Texts that try to be more than text, and a book in which every text is one of them."""

import json
from pathlib import Path

from relplan.diagnostics import Diagnostic

TEXTS = [
    "a | b <!-- ``` # x",
    "[x](javascript:alert) ![](http://t.example/x.png)",
    "two\nlines\n# heading",
    "{{ 7*7 }} {% raw %} {# #}",
    "</td><details>",
    "1. one",
    "---",
    "    four spaces",
    "```",
    "<script>alert(1)</script>",
    "<img src=x onerror=y>",
    "</style></svg></section></main></body>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "&amp; &lt; &#34; &x;",
    "@team #12 !34",
    "/close",
    "\\input{/etc/passwd} $x^2$",
    '"]; click A "javascript:x"',
    "end",
    "%%{init: {'theme':'dark'}}%%",
    "`x`",
    "a\\",
    "\u202egnp.exe",
    "\u2028\u2029\u0085x",
    "W" * 300,
]

SCALARS = [
    *("", " ", "  ", "null", "~", "Null", "true", "False", "yes", "No", "on", "OFF", "y", "n", "N"),
    *("0", "007", "0049301234", "1_000", "1,000", "1.10", "1e3", "1E+02", "+1", "-0", ".5", "5."),
    *("0x1F", "0o17", "0b101", "0xAB_CD", "-0x1f", "685.230_15e+03", "190:20:30", "10:30", ".inf"),
    *(
        "-.INF",
        ".nan",
        "2026-11-03T10:00:00Z",
        "2026-1-3",
        "2026-11-03 10:00",
        "=",
        "<<",
        "Infinity",
    ),
    *(
        "a: b",
        "a:",
        ":a",
        ": ",
        "a :b",
        "a #b",
        "# a",
        "a#b",
        " #",
        "- a",
        "-",
        "--",
        "---",
        "--- a",
    ),
    *(
        "...",
        "... a",
        "? a",
        "?",
        "&a",
        "*a",
        "!a",
        "!!str a",
        "%a",
        "@a",
        "`a`",
        "|",
        "|+",
        ">",
        ">-",
    ),
    *(
        "[",
        "]",
        "[a]",
        "{",
        "}",
        "{a: b}",
        "{{ a }}",
        "{% a %}",
        ",",
        "a, b",
        "a,b",
        "[a, b",
        "a]",
        "a}",
    ),
    *(
        "'",
        '"',
        "''",
        '""',
        "it's",
        '"a"',
        "'a'",
        "a'b\"c",
        'say "hi": it\'s #1',
        "\\",
        "\\n",
        "a\\",
        "\\x",
    ),
    *(
        " a",
        "a ",
        "\ta",
        "a\t",
        "a\tb",
        "\xa0a\xa0",
        "\u2007a",
        "\u3000",
        "a  b",
        "a\n",
        "\na",
        "a\nb",
    ),
    *(
        "a\n\nb",
        "a\nb\n",
        "a\n\n\n",
        "\n",
        "\n\n",
        " a\nb",
        "a\n b",
        "a\n  b\nc",
        "a \nb \n",
        "a\n# b\nc",
    ),
    *(
        "a\n- b",
        "a: 1\nb: 2",
        "\ta\nb",
        "a\n\tb",
        "---\na",
        "a\n...\nb",
        "a\n\t\n b\n",
    ),
    *(
        "a\x85b",
        "a\u2028b",
        "a\u2029b",
        "\ufeffa",
        "a\ufeffb",
        "a\ufffeb",
        "a\uffff",
        "a\u200bb",
        "\u202ea",
    ),
    *(
        "🎉",
        "👩‍👩‍👧‍👦",
        "🇬🇧",
        "株式会社",
        "Ångström",
        "e\u0301",
        "ﷺ",
        "Ṱ̺̺̕o͞ ̷i̲̬͇",
        "𝕥𝕙𝕖",
        "مرحبا",
        "שלום",
        "\U0010fffd",
    ),
    *(
        "<script>alert(1)</script>",
        "'; DROP TABLE x; --",
        "$(rm -rf /)",
        "`ls`",
        "${HOME}",
        "../../etc",
    ),
    *(
        "C:\\temp\\new",
        "https://x.example/a?b=c#d",
        "mailto:a@b.example",
        "a@b.example",
        "+44 20 7946 0000",
    ),
    *(
        "%n%s",
        "\\u0041",
        "&amp;",
        "1/0",
        "None",
        "undefined",
        "NaN",
        "()",
        "(a)",
        "!",
        "@",
        "#",
        "^",
        "*",
    ),
    *("x" * 300, "word " * 60, "a long line that goes on and on, " * 5 + "\nand another\n"),
]
"""Texts that a reader of YAML takes for something else, unless they are quoted as they must be."""


def book(root: Path, text: str) -> list[Diagnostic]:
    """Lay a client `naughty` into the book, all of whose texts are this one; and a finding of it."""
    said = json.dumps(text)
    plan = f"""client: {said}
owner: ida
priority: A
since: 2024-02-01
notes: {said}
values: {{v: {said}}}
roles:
  berit: {{name: {said}, title: {said}, role: approver, stance: sceptic, tie: none, wanted: vendor}}
  tom: {{name: {said}, ours: omar, reports_to: berit}}
strengths: {{s: {{text: {said}, evidence: {said}}}}}
weaknesses: {{w: {{text: {said}, evidence: {said}}}}}
goals:
  g:
    goal: {said}
    by: 2026-01-01
    measure: {{what: {said}, target: 4}}
    initiatives:
      i: {{what: {said}, by: 2026-10-01, owner: ida}}
      j: {{what: {said}, status: done, done: 2026-11-01, result: {said}}}
review: {{held: {{2026-10-01: {{decided: [{said}]}}}}}}
"""
    log = (
        f"- {{date: 2026-10-21, with: [tom], by: ida, how: lunch, note: {said}, learned: {said},"
        f" for: i, promise: {{what: {said}, by: 2026-11-02}}}}\n"
        f"- {{date: 2026-11-03, with: [berit], by: ida, answered: false, note: {said}}}\n"
    )
    (root / "clients" / "naughty.yaml").write_text(plan, encoding="utf-8")
    (root / "touches" / "naughty.yaml").write_text(log, encoding="utf-8")
    return [Diagnostic("clients/naughty.yaml", 1, 1, "RP501", text, "warning", text)]
