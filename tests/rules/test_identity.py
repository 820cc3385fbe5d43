"""Which finding is which when the text around it is edited."""

from findings import finding

from relplan.files.document import document_of
from relplan.rules.identity import Identity, identified

LOG = "touches/a.yaml"
LINES = (
    "- {date: 2026-11-01, with: [jane], by: ben, note: One}\n"
    "- {date: 2026-11-02, with: [jane, raj], by: ben, note: Two}\n"
)


def known(text, *found, path="clients/a.yaml"):
    document, _ = document_of(path, text.encode())
    return [identity for _, identity in identified(found, {path: document})]


def test_the_item_names_a_finding_wherever_its_line_is():
    text = "goals: {g: {goal: G}}\n"
    [first] = known(text, finding(item="goals.g"))
    [moved] = known(f"# head\n\n{text}", finding(3, item="goals.g"))
    assert first == moved == Identity("clients/a.yaml", "RP203", "goals.g")
    assert first.fingerprint == moved.fingerprint
    assert len(first.fingerprint) == 32


def test_another_code_item_file_or_count_is_another_finding():
    one = Identity("a", "RP1", "x")
    others = [Identity("b", "RP1", "x"), one._replace(code="RP2"), one._replace(item="y")]
    prints = {one.fingerprint for one in [one, *others, one._replace(nth=2)]}
    assert len(prints) == 5


def test_a_line_of_a_log_is_known_by_what_it_says_not_by_its_number():
    [before] = known(LINES, finding(2, path=LOG, item="1.with"), path=LOG)
    [after] = known(
        f"- {{date: 2026-01-01}}\n{LINES}", finding(3, path=LOG, item="2.with"), path=LOG
    )
    assert before == after
    assert before.item == "[2026-11-02 jane raj ben].with"


def test_an_entry_without_such_fields_is_known_by_all_that_it_says():
    [plain] = known("tags: [one, two]\n", finding(item="tags.1"))
    [group] = known("away: [{a: x, b: {c: y}}]\n", finding(item="away.0.a"))
    assert (plain.item, group.item) == ("tags.[two]", "away.[x y].a")


def test_a_fault_without_an_item_is_known_by_its_line():
    [one] = known("a: b\n  client: [x # c\n", finding(2))
    assert one.item == "client: [x # c"


def test_two_at_one_item_are_counted():
    assert [one.nth for one in known("a: b\n", finding(item="a"), finding(item="a"))] == [1, 2]


def test_an_item_that_leads_nowhere_and_a_file_that_is_not_there_keep_their_words():
    [nowhere] = known("a: [b]\n", finding(item="a.7.x.y"))
    [[_, absent]] = identified([finding(item="a.7")], {})
    assert (nowhere.item, absent.item) == ("a.7.x.y", "a.7")


def test_a_whole_book_with_its_lines_moved_has_the_same_findings(tmp_path):
    import re
    import shutil

    import guards
    from books import TODAY

    from relplan.files.book import load
    from relplan.rules.choose import Wanted
    from relplan.rules.runner import lint

    def every(root):
        loaded = load(root.resolve())
        found = lint(loaded, TODAY, Wanted("strict"))
        return {known for _, known in identified(found, loaded.documents)}

    root = tmp_path / "book"
    shutil.copytree(guards.ROOT / "examples/sales-plan", root)
    before = every(root)
    plan, log = root / "clients/northgate.yaml", root / "touches/northgate.yaml"
    plan.write_text(re.sub(r"(?m)^(\w+:)", r"\n# moved\n\1", plan.read_text()))
    lines = [line for line in log.read_text().splitlines() if line.startswith("- ")]
    log.write_text("\n".join(["# turned round", *reversed(lines), ""]))
    assert len(before) > 20
    assert every(root) == before
