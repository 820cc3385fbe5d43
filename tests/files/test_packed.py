from pathlib import Path

import pytest

from relplan.files.facts import facts_of
from relplan.files.packed import called, name_in, pack, unpack

ROOT = Path(__file__).parents[2]
TEAM = ROOT / "examples" / "sales-plan"
FILES = sorted(TEAM.rglob("*.yaml"))
PLAN = "client: Acme\tplc\npriority: A\nnotes: 007\n"


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.name)
def test_facts_come_back_as_they_were(path):
    facts = facts_of(path.relative_to(TEAM).as_posix(), path.read_bytes())
    line = pack(facts)
    assert b"\n" not in line
    facts.plain = None
    assert unpack(facts.path, line) == facts


def test_faults_and_their_remedies_come_back():
    facts = facts_of("clients/acme.yaml", b"client: Acme\npriority: A\nnotes: 007\n")
    back = unpack(facts.path, pack(facts))
    assert back is not None
    assert back.faults == facts.faults
    assert back.faults[0].instead is not None
    assert back.faults[0].instead.text == "007"


def test_a_line_that_lost_or_changed_a_byte_is_no_line():
    facts = facts_of("clients/acme.yaml", b"client: Acme\npriority: A\n")
    line = pack(facts)
    for at in range(len(line)):
        assert unpack(facts.path, line[:at]) is None
        changed = line[:at] + bytes([line[at] ^ 1]) + line[at + 1 :]
        assert unpack(facts.path, changed) is None
        assert name_in(changed) is None


def test_the_name_is_told_without_the_rest():
    facts = facts_of("clients/acme.yaml", b'client: "Acme\\tplc"\npriority: A\n')
    assert name_in(pack(facts)) == called(facts.plain) == "Acme\tplc"


def test_what_cannot_be_read_from_its_tree_again_is_not_packed():
    facts = facts_of("relplan.yaml", b"firm: x\nfmt: {sections: true}\n")
    assert facts.value.fmt.sections is True
    assert pack(facts) == b""
