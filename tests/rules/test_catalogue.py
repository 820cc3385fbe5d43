"""The manual: every code has a page, and docs/rules.md is fresh."""

import importlib.util
from pathlib import Path

from relplan.files import document, explain
from relplan.rules.catalogue import OWN, PAGES, page

ROOT = Path(__file__).parent.parent.parent


def _maker():
    spec = importlib.util.spec_from_file_location("maker", ROOT / "tools/make_rules_doc.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _is_fresh(text):
    return text == _maker().rules_doc()


def test_the_page_of_all_rules_is_fresh():
    assert _is_fresh((ROOT / "docs/rules.md").read_text(encoding="utf-8"))


def test_the_guard_of_freshness_sees_a_stale_page():
    stale = (ROOT / "docs/rules.md").read_text(encoding="utf-8").replace("RP203", "RP999", 1)
    assert not _is_fresh(stale)


def test_every_code_of_reading_and_schema_has_a_page_of_the_same_name():
    for name, code in {**document.CODES, **explain.CODES}.items():
        assert page(code).name == name


def test_codes_are_in_order_and_used_once():
    codes = [one.code for one in PAGES]
    assert codes == sorted(set(codes))
    assert len({one.name for one in PAGES}) == len(PAGES)


def test_a_page_is_found_by_code_in_any_case_and_by_name():
    assert page("rp203") == page("RP203") == page("initiative-without-date")
    assert OWN.is_error("RP102")
    assert not OWN.is_error("RP106")
