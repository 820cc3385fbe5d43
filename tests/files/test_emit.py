import re
import warnings
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from relplan.errors import Refused
from relplan.files.emit import Bare, flow, scalar
from relplan.files.parse import parse

EXACT = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=400,
    suppress_health_check=[HealthCheck.too_slow],
)
ODD = "'\"\\:#-?,[]{}&*!|>%@`=~<.+_ \t\n0123456789eExobXtrufalsnyNUL\u00e9\u0085\u2028\u2029\ufeff\u00a0"
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cc", "Cs"))),
    st.text(st.sampled_from(ODD), max_size=12),
    st.from_regex(r"[-+.]?[0-9_][0-9a-fA-FxobeE_.,:+-]{0,9}", fullmatch=True),
)
NAUGHTY = [
    *["", " ", "  a", "a ", "\ta", "a\t", "a\n", "\na", "a\n\nb", "a\n b\n", "\u00a0", "\u3000a"],
    *[
        "no",
        "Yes",
        "on",
        "OFF",
        "y",
        "N",
        "true",
        "TRUE",
        "null",
        "Null",
        "~",
        "NaN",
        ".nan",
        ".inf",
    ],
    *[
        "007",
        "0o7",
        "0x1F",
        "0b11",
        "1.10",
        "1e3",
        "1_000",
        "12:30:45",
        "+1",
        "-1",
        ".5",
        "1.",
        "-.5",
    ],
    *[
        "1_0.5e+3",
        ".5_0",
        "0xf_f",
        "+0x1f",
        "+0b1_1",
        "0o7_7",
        "+_5",
        "1_0e5",
        "-0o17",
        "685_230.15",
    ],
    *["2026-1-3", "2026-11-03 10:00", "2026-11-03T10:00:00Z", "20261103", "0049 30 1234"],
    *[
        "- a",
        "-",
        "--",
        "---",
        "--- a",
        "...",
        "... a",
        "? a",
        "?",
        ": a",
        ":",
        "a: b",
        "a:",
        "a:\tb",
    ],
    *[
        "a #b",
        "#a",
        "a#b",
        "&a",
        "*a",
        "!a",
        "!!str a",
        "%TAG",
        "@a",
        "`a`",
        "|",
        ">",
        "|-\n a",
        "=",
    ],
    *[
        "[a]",
        "{a}",
        "{{ client }}",
        "a, b",
        "a]",
        "}",
        "'",
        '"',
        "it's",
        'say "x"',
        "'a'",
        '"a"',
        "''",
    ],
    *["\\", "C:\\new\\table", '\\"', "'\\", "\"'\\", "a\\nb", "\\x41", "<<", "<", "<<<<<<< HEAD"],
    *[
        "é",
        "e\u0301",
        "渡辺さん",
        "👩\u200d👩\u200d👧",
        "\u202eabc",
        "\u200b",
        "\ufeff",
        "a\ufeff",
        "\ufeffa",
    ],
    *[
        "a\u0085b",
        "a\u2028b",
        "\u2029",
        "\ufffe",
        "a\uffff",
        "\ufffd",
        "\ue000",
        "\U0010ffff",
        "x" * 5000,
    ],
    *["relplan: ignore[RP301] no", "$(reboot)", "${HOME}", "`reboot`", "=1+1", "<script>", "🟢: a"],
]


def by_us(text: str) -> Any:
    root, troubles = parse(text)
    assert troubles == []
    assert root is not None
    return root.plain()


def by_yaml_1_1(text: str) -> Any:
    return yaml.safe_load(text)


def by_yaml_1_2(text: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return YAML(typ="safe", pure=True).load(text)


READERS = [by_us, by_yaml_1_1, by_yaml_1_2]


def proved(text: str, written: str) -> list[str]:
    """The places in which some reader does not get `text` back, by reader and context."""
    contexts = {
        "item": (f"- {written}\n", [text]),
        "value": (f"a: {written}\n", {"a": text}),
        "deep": (f"a:\n  - b: {written}\n    c: d\n", {"a": [{"b": text, "c": "d"}]}),
        "flow list": (f"- [{written}, {written}]\n", [[text, text]]),
        "flow map": (f"- {{a: {written}, b: {written}}} # c\n", [{"a": text, "b": text}]),
        "key": (f"- {{{written}: a}}\n", [{text: "a"}]),
    }
    if len(written) > 900:
        del contexts["key"]  # a key on one line has at most 1,024 characters in any YAML
    return [
        f"{name} {read.__name__}"
        for name, (source, wanted) in contexts.items()
        for read in READERS
        if not same(read, source, wanted)
    ]


def same(read: Any, source: str, wanted: Any) -> bool:
    try:
        return bool(read(source) == wanted)
    except Exception:  # noqa: BLE001 -- whatever the reader raises, it did not get the text back
        return False


def is_date(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text))


@pytest.mark.parametrize("text", NAUGHTY)
def test_a_naughty_text_is_read_back_by_every_reader_everywhere(text):
    assert proved(text, scalar(text)) == []


def test_there_are_naughty_texts_enough():
    assert len(set(NAUGHTY)) >= 60


@given(TEXTS)
@example("<<")
@example("0xf_f")
@example("\ufffe")
@EXACT
def test_any_text_is_read_back_by_every_reader_everywhere(text):
    if not is_date(text):
        assert proved(text, scalar(text)) == []


def test_a_text_that_is_not_quoted_enough_is_noticed():
    assert proved("no", "no") != []
    assert proved("a: b", "a: b") != []
    assert proved("<<", "<<") != []


@given(TEXTS)
@EXACT
def test_a_scalar_is_one_line_for_every_editor(text):
    written = scalar(text)
    assert not re.search("[\n\r\x85\u2028\u2029]", written)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Worried about the new rules", "Worried about the new rules"),
        ("close-clinic", "close-clinic"),
        ("2026-11-03", "2026-11-03"),
        ("64 GBP", "64 GBP"),
        ("Mr O'Hara", "Mr O'Hara"),
        ("渡辺さん", "渡辺さん"),
        ("https://a.example/b=c&d#e", "https://a.example/b=c&d#e"),
        ("https://a.example/b?c=d", '"https://a.example/b?c=d"'),
        ("4w", "4w"),
        ("3d", "3d"),
        ("a, b", '"a, b"'),
        ("", '""'),
        ("no", '"no"'),
        ("7", '"7"'),
        ('say "x": y', "'say \"x\": y'"),
        ('it\'s: "x"', '"it\'s: \\"x\\""'),
        ("a\nb", '"a\\nb"'),
        ('a\nit\'s "x" \\', '"a\\nit\'s \\"x\\" \\\\"'),
    ],
)
def test_a_text_is_written_as_a_colleague_would(text, written):
    assert scalar(text) == written


@pytest.mark.parametrize(
    "code", [*range(9), *range(0x0B, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
)
def test_a_control_character_is_refused(code):
    with pytest.raises(Refused) as caught:
        scalar(f"a{chr(code)}b")
    assert str(caught.value) == (
        f"`a{chr(code)}b` holds an invisible control character ({code:#04x});"
        " leave it out; nothing was changed"
    )


@pytest.mark.parametrize("code", [0xD800, 0xDC80, 0xDFFF])
def test_half_a_character_is_refused(code):
    with pytest.raises(Refused, match="half of a character"):
        scalar(f"a{chr(code)}")


@pytest.mark.parametrize(
    "value", [["a\x1b"], {"a": "\x00"}, {"\x07": "a"}, {"a": {"b": ["\ud800"]}}]
)
def test_they_are_refused_however_deep(value):
    with pytest.raises(Refused):
        flow(value)


def test_a_bare_number_or_truth_is_written_without_quotes():
    assert scalar(Bare("false")) == "false"
    assert scalar(Bare("1.5")) == "1.5"


@pytest.mark.parametrize("text", ["", "a b", "1, x: 2", "]", "1\n", "é", "a: b", "#"])
def test_a_bare_text_that_is_more_than_a_word_is_written_as_any_other(text):
    assert scalar(Bare(text)) == scalar(str(text))


def test_lists_and_groups_stand_on_one_line():
    value = {"date": "2026-11-03", "with": ["jane", "raj"], "promise": {"what": "a, b"}}
    assert flow(value) == '{date: 2026-11-03, with: [jane, raj], promise: {what: "a, b"}}'
    assert flow({}) == "{}"
    assert flow(()) == "[]"


@given(
    st.recursive(TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=8)
)
@EXACT
def test_any_structure_is_read_back(value):
    # Keys are counted apart: YAML limits a key to 1,024 characters on its line.
    assert by_us("- " + flow(value) + "\n") == [value]
