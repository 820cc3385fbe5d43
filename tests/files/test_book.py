import gc
import os

import pytest

from relplan.files import book as reading
from relplan.files.book import load

SETTINGS = "firm: Hartwell & Lowe\nteam:\n  ben: {name: Ben Archer, tier: senior}\n"
PLAN = "client: {}\npriority: A\nroles:\n  jane: Jane Porter\n"


@pytest.fixture
def root(tmp_path):
    files = {
        "relplan.yaml": SETTINGS,
        "clients/acme.yaml": PLAN.format("Acme plc"),
        "clients/calder.yaml": PLAN.format("Calder Ltd"),
        "touches/acme.yaml": "- {date: 2026-11-03, with: [jane], by: ben}\n",
        "prospects/contoso.yaml": "prospect: Contoso Foods\n",
        "campaigns/stock.yaml": (
            "proposition: We hold the stock\n"
            "pitches: [{date: 2026-11-03, at: acme, to: jane, by: ben}]\n"
        ),
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def said(loaded):
    return [f"{one.path}:{one.line}:{one.column} {one.name}" for one in loaded.diagnostics]


def test_a_book_is_read_with_every_kind_of_file(root):
    loaded = load(root)
    assert loaded.diagnostics == ()
    assert loaded.unread == ()
    assert loaded.book.settings.firm == "Hartwell & Lowe"
    assert set(loaded.book.plans) == {"acme", "calder"}
    assert set(loaded.book.prospects) == {"contoso"}
    assert set(loaded.book.campaigns) == {"stock"}
    assert loaded.book.touches["acme"][0].people == ("jane",)
    assert len(loaded.documents) == 6
    assert loaded.root == root


def binary(path):
    path.write_bytes(b"\xff\xfe\x00")


def fifo(path):
    path.unlink()
    os.mkfifo(path)


def folder(path):
    path.unlink()
    path.mkdir()


def link_out(path):
    path.unlink()
    path.symlink_to("/dev/zero")


def loop(path):
    path.unlink()
    path.symlink_to(path.name)


def dangling(path):
    path.unlink()
    path.symlink_to("nowhere.yaml")


def text(words):
    def breaking(path):
        path.write_text(words)

    return breaking


BREAKS = {
    "binary": binary,
    "fifo": fifo,
    "folder": folder,
    "link out": link_out,
    "loop": loop,
    "dangling": dangling,
    "empty": text(""),
    "comment": text("# nothing\n"),
    "syntax": text("client: [a\n"),
    "brackets": text("[" * 60_000),
    "braces": text("{" * 60_000),
    "indent": text("".join(" " * n + "a:\n" for n in range(200))),
    "billion laughs": text("a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n"),
    "python tag": text("!!python/object/apply:os.system ['touch /tmp/x']\n"),
    "conflict": text("<<<<<<< HEAD\nclient: A\n=======\nclient: B\n>>>>>>> b\n"),
    "list": text("- a\n"),
    "control": text("client: a\x1b[31m\n"),
    "no client": text("priority: A\nroles: {jane: Jane Porter}\n"),
}


@pytest.mark.parametrize("breaking", BREAKS.values(), ids=BREAKS)
def test_one_broken_plan_never_hides_the_others(root, breaking):
    breaking(root / "clients" / "acme.yaml")
    loaded = load(root)
    assert set(loaded.book.plans) == {"calder"}
    assert set(loaded.book.prospects) == {"contoso"}
    assert loaded.book.touches["acme"]
    assert loaded.unread == ("clients/acme.yaml",)
    assert {one.path for one in loaded.diagnostics} == {"clients/acme.yaml"}
    assert "clients/acme.yaml" in loaded.documents


@pytest.mark.parametrize(
    "path", ["touches/acme.yaml", "prospects/contoso.yaml", "campaigns/stock.yaml"]
)
def test_any_other_broken_file_hides_nothing_else(root, path):
    (root / path).write_text("{a: b\n")
    loaded = load(root)
    kind, _, name = path.partition("/")
    assert name.removesuffix(".yaml") not in getattr(loaded.book, kind)
    assert set(loaded.book.plans) == {"acme", "calder"}
    assert loaded.unread == (path,)


def test_broken_settings_hide_no_plan(root):
    (root / "relplan.yaml").write_text("firm: [\n")
    loaded = load(root)
    assert set(loaded.book.plans) == {"acme", "calder"}
    assert loaded.book.settings.firm == "?"
    assert loaded.book.settings.tiers
    assert loaded.unread == ("relplan.yaml",)


def test_missing_settings_hide_no_plan_and_are_named(root):
    (root / "relplan.yaml").unlink()
    loaded = load(root)
    assert set(loaded.book.plans) == {"acme", "calder"}
    assert loaded.unread == ("relplan.yaml",)


def test_every_file_may_be_broken_at_once(root):
    for path in root.rglob("*.yaml"):
        path.write_text("\t{")
    loaded = load(root)
    assert (loaded.book.plans, loaded.book.touches) == ({}, {})
    assert len(loaded.unread) == 6


def test_an_entry_that_is_wrong_is_left_out_and_named(root):
    (root / "clients" / "acme.yaml").write_text(
        "client: Acme plc\npriority: A\nroles:\n"
        "  jane: Jane Porter\n"
        "  raj: {name: Raj, level: boss}\n"
        "goals:\n"
        "  good: {goal: x, initiatives: {one: One, two: {what: Two, by: soon}}}\n"
    )
    loaded = load(root)
    plan = loaded.book.plans["acme"]
    assert set(plan.roles) == {"jane"}
    assert set(plan.goals["good"].initiatives) == {"one"}
    assert said(loaded) == [
        "clients/acme.yaml:5:27 wrong-choice",
        "clients/acme.yaml:7:64 not-a-date",
    ]
    assert [one.item for one in loaded.diagnostics] == [
        "roles.raj.level",
        "goals.good.initiatives.two.by",
    ]


def test_a_line_that_is_wrong_is_left_out_of_a_log(root):
    (root / "touches" / "acme.yaml").write_text(
        "- {date: 2026-11-03, with: [jane], by: ben}\n"
        "- {date: 2026-11-31, with: [jane], by: ben}\n"
        "- hello\n"
        "- {date: 2026-11-05, with: [jane], by: ben}\n"
    )
    loaded = load(root)
    assert [one.date.day for one in loaded.book.touches["acme"]] == [3, 5]
    assert {one.line for one in loaded.diagnostics} == {2, 3}


def test_a_left_out_person_is_still_known_to_those_who_mention_them(root):
    (root / "clients" / "acme.yaml").write_text(
        "client: Acme plc\npriority: A\nroles:\n  jane: {name: Jane, level: boss}\n"
    )
    assert said(load(root)) == ["clients/acme.yaml:4:29 wrong-choice"]


@pytest.mark.parametrize("word", ["null", "Null", "NULL", "~"])
def test_a_word_for_nothing_is_nobody_to_be_known(root, word):
    (root / "clients" / "acme.yaml").write_text(PLAN.format("Acme plc") + f"owner: {word}\n")
    loaded = load(root)
    assert loaded.diagnostics == ()
    assert loaded.book.plans["acme"].owner is None


def test_a_client_and_a_prospect_of_one_id_collide(root):
    (root / "prospects" / "acme.yaml").write_text("prospect: Acme plc\n")
    (one,) = load(root).diagnostics
    assert (one.path, one.name, one.code) == ("prospects/acme.yaml", "id-collides", "RP007")
    assert one.message == (
        "`acme` is also a client (clients/acme.yaml), and both would share one log; rename one of"
        " the two files"
    )


def test_a_campaign_may_have_the_id_of_a_client(root):
    (root / "campaigns" / "acme.yaml").write_text("proposition: x\n")
    assert load(root).diagnostics == ()


def test_a_log_of_nobody_is_named(root):
    (root / "touches" / "nobody.yaml").write_text("[]\n")
    (one,) = load(root).diagnostics
    assert (one.path, one.name, one.code) == (
        "touches/nobody.yaml",
        "touches-without-plan",
        "RP110",
    )


def test_a_log_of_a_broken_plan_belongs_to_it(root):
    (root / "clients" / "acme.yaml").write_text("[")
    assert {one.path for one in load(root).diagnostics} == {"clients/acme.yaml"}


def test_a_file_that_ends_in_yml_is_named_and_not_read(root):
    (root / "clients" / "old.yml").write_text(PLAN.format("Old"))
    loaded = load(root)
    assert "old" not in loaded.book.plans
    assert [(one.path, one.message) for one in loaded.diagnostics] == [
        ("clients/old.yml", "`old.yml` ends in .yml; rename it to old.yaml")
    ]


@pytest.mark.parametrize("name", ["Acme Foods", "con", "é", "a_b", "-a", "a" * 65])
def test_a_file_whose_name_is_no_id_is_named_and_not_read(root, name):
    (root / "clients" / f"{name}.yaml").write_text(PLAN.format("x"))
    loaded = load(root)
    assert set(loaded.book.plans) == {"acme", "calder"}
    (one,) = loaded.diagnostics
    assert one.message.startswith("the file's name is its id: `")


def test_a_name_in_another_encoding_stops_nothing(root):
    path = os.fsencode(root / "clients") + b"/caf\xe9.yaml"
    try:
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
    except OSError:
        pytest.skip("this disk keeps only names in Unicode")
    loaded = load(root)
    assert set(loaded.book.plans) == {"acme", "calder"}
    assert [one.name for one in loaded.diagnostics] == ["id-not-portable"]


def test_other_files_are_nobodys_business(root):
    for name in ("README.md", ".hidden.yaml", "acme.yaml~", ".acme.yaml.77.relplan-new"):
        (root / "clients" / name).write_text("{")
    (root / "clients" / "old").mkdir()
    (root / "notes").mkdir()
    (root / "notes" / "a.yaml").write_text("{")
    assert load(root).diagnostics == ()


@pytest.mark.parametrize("how", ["loop", "out", "file", "missing"])
def test_a_folder_that_is_none_hides_nothing_else(root, tmp_path_factory, how):
    for path in (root / "prospects").iterdir():
        path.unlink()
    (root / "prospects").rmdir()
    if how == "loop":
        (root / "prospects").symlink_to("prospects")
    elif how == "out":
        outside = tmp_path_factory.mktemp("outside")
        (outside / "x.yaml").write_text("prospect: x\n")
        (root / "prospects").symlink_to(outside)
    elif how == "file":
        (root / "prospects").write_text("")
    loaded = load(root)
    assert set(loaded.book.plans) == {"acme", "calder"}
    assert loaded.book.prospects == {}
    assert [one.name for one in loaded.diagnostics] == (
        ["not-readable"] if how in ("loop", "out") else []
    )


def test_what_is_said_is_in_order_and_the_same_every_time(root):
    (root / "clients" / "calder.yaml").write_text("client: x\npriority: Z\nfoo: 1\nbar: 2\n")
    (root / "clients" / "acme.yaml").write_text("[")
    first = load(root)
    assert first.diagnostics == load(root).diagnostics
    assert list(first.diagnostics) == sorted(first.diagnostics, key=lambda one: one.sort_key)


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_of_garbage_is_left_as_it_was(root, monkeypatch, enabled):
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        load(root)
        assert gc.isenabled() is enabled
        monkeypatch.setattr(reading, "read_all", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            load(root)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_who_waits_is_told_how_far_the_reading_is(root):
    told = []
    files = len(load(root, told.append).documents)
    assert told == [f"reading file {at} of {files}" for at in range(1, files + 1)]
