"""Write docs/rules.md from the manual pages of the rules: python tools/make_rules_doc.py."""

from pathlib import Path

from relplan.rules.catalogue import PAGES, Page

PATH = Path(__file__).parent.parent / "docs" / "rules.md"
FAMILIES = {
    "RP0": "Reading",
    "RP1": "Schema",
    "RP2": "Goals and initiatives",
    "RP3": "Whom it is for",
    "RP4": "Roles and coverage",
    "RP5": "Touches and cadence",
    "RP6": "Team and portfolio",
    "RP7": "Reviews and repair",
    "RP8": "Prospects and wins",
    "RP9": "Campaigns",
}
HEAD = """# Rules

This page is written by `python tools/make_rules_doc.py` from the rules themselves; `relplan rule
CODE` prints the same on the command line.

The rules follow published ideas: David Maister, "Build relationship plans, not sales plans"; the
customer relationship plan in six steps (connxn.net); relationship marketing in a professional firm;
value-based prospect relationship marketing; campaign-centric, not customer-centric, selling.

Each rule belongs to the lowest profile that applies it: `starter`, then `team`, then `strict`.
Errors are what relplan cannot use, and cannot be silenced; warnings are what a colleague would
object to; advice is advice. A comment silences a finding, with a reason:

```yaml
since: 2026-11-03   # relplan: ignore[RP203] the reason, at the end of the line
# relplan: ignore[RP402, single-threaded] or above an item, for all of it, until 2027-01-31
```
"""


def rules_doc() -> str:
    """The whole page."""
    parts = [HEAD]
    for family, title in FAMILIES.items():
        parts.append(f"\n## {family} {title}\n")
        parts += [_page(one) for one in PAGES if one.code.startswith(family)]
    return "".join(parts)


def _page(one: Page) -> str:
    code, name, severity, profile, title, text = one
    return f"\n### {code} {name}\n\n*{severity}, from profile {profile}* — {title}.\n\n{text}\n"


if __name__ == "__main__":
    PATH.write_text(rules_doc(), encoding="utf-8")
