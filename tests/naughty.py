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
