import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from scenes import SETTINGS, write_book

from relplan.cli.complete import campaigns, clients, initiatives, members, people, renamable


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.delenv("RELPLAN_BOOK", raising=False)
    return write_book(tmp_path / "book")


def typed(root, **params):
    return SimpleNamespace(params={"book": root, **params})


def test_clients_and_prospects_are_offered_with_their_names(root):
    write_book(root, prospects__arvo="prospect: Arvo Foods\n")
    assert clients(typed(root), "a") == [
        ("acme", "Acme Manufacturing plc"),
        ("arvo", "Arvo Foods"),
    ]
    assert clients(typed(root), "AC") == [("acme", "Acme Manufacturing plc")]
    assert clients(typed(root), "z") == []


def test_people_of_the_client_before_are_offered_less_those_typed(root):
    assert [one for one, _ in people(typed(root, client="acme"), "")] == ["jane", "raj"]
    assert people(typed(root, client="manuf", person=["jane"]), "") == [("raj", "Raj Patel")]


def test_people_of_the_client_behind_at_are_offered_too(root):
    assert [one for one, _ in people(typed(root, at="acme"), "")] == ["jane", "raj"]


def test_campaigns_are_offered_with_their_propositions(root):
    (root / "campaigns").mkdir()
    (root / "campaigns" / "stock.yaml").write_text("proposition: We hold it\n", encoding="utf-8")
    assert campaigns(typed(root), "st") == [("stock", "We hold it")]
    assert campaigns(typed(root), "x") == []


def test_people_of_nobody_are_none(root):
    assert people(typed(root), "") == people(typed(root, client="zzz"), "") == []


def test_members_and_initiatives(root):
    assert members(typed(root), "b") == [("ben", "Ben Archer")]
    assert initiatives(typed(root, client="acme"), "cl") == [
        ("close-clinic", "Close clinic at each plant")
    ]
    assert initiatives(typed(root, client="zzz"), "") == []


def test_what_can_be_renamed_is_a_kind_or_stands_in_a_client_s_plan(root):
    assert renamable(typed(root), "c") == [
        ("client", "a client's own id"),
        ("campaign", "a campaign's own id"),
    ]
    assert renamable(typed(root), "ac") == [("acme", "Acme Manufacturing plc")]


def test_names_are_safe_for_the_prompt(root):
    write_book(root, relplan=SETTINGS.replace("Ben Archer", '"Ben \\e[2J"'))
    assert members(typed(root), "b") == [("ben", "Ben ⧵x1b[2J")]


HOSTILE = [
    r"Acme \$(touch ran)",
    r"Acme \`touch ran\`",
    "Acme ''$(touch ran)''",
    'Acme "" ; touch ran ; ""',
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_no_name_hands_the_shell_a_sign_that_it_would_run(root, name, shell):
    quoted = name.replace("'", "''")
    write_book(root, clients__acme=f"client: '{quoted}'\npriority: A\n")
    words = {"COMP_WORDS": "relplan log a", "COMP_CWORD": "2"}
    asked = {"_RELPLAN_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": "relplan log a"}
    if shell == "fish":
        asked["_TYPER_COMPLETE_FISH_ACTION"] = "get-args"
    said = offered(root, asked | words)
    assert "acme" in said
    ours = said.replace("_arguments '*: :((", "").replace("))'", "").replace('":"', "")
    assert not set("\\$`'") & set(ours)


def test_an_id_that_is_none_is_not_offered(root):
    write_book(root, clients__acme="client: Acme\npriority: A\nroles: {'$(x)': {name: X}}\n")
    assert people(typed(root, client="acme"), "") == []


@pytest.mark.parametrize("settings", ["firm: [\n", "- x\n", ""])
def test_a_broken_book_and_no_book_offer_nothing_and_say_nothing(root, tmp_path, settings, capsys):
    write_book(root, relplan=settings)
    for offer in (clients, people, members, initiatives):
        assert isinstance(offer(typed(root, client="acme"), ""), list)
        assert offer(typed(tmp_path, client="acme"), "") == []
    assert capsys.readouterr() == ("", "")


def offered(folder, asked):
    done = subprocess.run(
        [sys.executable, "-m", "relplan"],
        cwd=folder,
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


def completed(folder, line):
    words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    return offered(folder, {"_RELPLAN_COMPLETE": "complete_bash", **words}).split()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("relplan du", ["due"]),
        ("relplan log ac", ["acme"]),
        ("relplan log acme ", ["jane", "raj"]),
        ("relplan log acme jane ", ["raj"]),
        ("relplan log acme jane --by b", ["ben"]),
        ("relplan log acme jane --for cl", ["close-clinic"]),
        ("relplan promise ", ["acme", "kept"]),
        ("relplan promise kept a", ["acme"]),
        ("relplan promise acme r", ["raj"]),
        ("relplan promise acme raj ", []),
        ("relplan snooze acme j", ["jane"]),
        ("relplan done acme c", ["close-clinic"]),
        ("relplan set acme jane.sta", ["jane.stance"]),
        ("relplan set acme pri", ["priority"]),
        ("relplan set book ben.em", ["ben.email"]),
        ("relplan add per", ["person"]),
        ("relplan add initiative acme x --goal g", ["g1"]),
        ("relplan add goal acme x --answers q", []),
        ("relplan add person acme x --role ap", ["approver"]),
        ("relplan due --owner a", ["amara"]),
        ("relplan due --client a", ["acme"]),
        ("relplan due --exi", ["--exit-code"]),
        ("relplan due --kind p", ["promise", "pitch"]),
        ("relplan due --format c", ["csv"]),
        ("relplan log acme jane,", ["jane,raj"]),
        ("relplan done acme close-clinic --with r", ["raj"]),
        ("relplan team --what-if ", ["leaves", "amara", "ben"]),
        ("relplan repair start a", ["acme"]),
        ("relplan win a", []),
        ("relplan guide b", ["ben"]),
        ("relplan rule single-thr", ["single-threaded", "single-threaded-ours"]),
        ("relplan lint --select RP301,sales-plan-", ["RP301,sales-plan-initiative"]),
        ("relplan rename acme cl", ["close-clinic"]),
        ("relplan rename member b", ["ben"]),
        ("relplan set acme jane.stance s", ["supporter", "sceptic"]),
        ("relplan schema pl", ["plan"]),
        ("relplan lint cl", ["clients/acme.yaml"]),
        ("relplan fmt ac", ["acme"]),
        ("relplan fmt tou", ["touches/acme.yaml"]),
    ],
)
def test_bash_is_offered_what_fits(root, line, found):
    assert completed(root, line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("relplan win ", ["arvo"]),
        ("relplan log ar", ["arvo"]),
        ("relplan log arvo ", ["lena"]),
        ("relplan repair start ", ["acme"]),
        ("relplan campaign show s", ["stock"]),
        ("relplan campaign targets s", ["stock"]),
        ("relplan campaign pitch s", ["stock"]),
        ("relplan campaign pitch stock --at a", ["acme", "arvo"]),
        ("relplan campaign pitch stock --at acme --to j", ["jane"]),
        ("relplan campaign answer stock --at acme --to r", ["raj"]),
        ("relplan campaign answer stock --at acme --to raj --outcome l", ["later"]),
        ("relplan campaign learn s", ["stock"]),
        ("relplan campaign score s", ["stock"]),
        ("relplan rename campaign s", ["stock"]),
        ("relplan rename prospect ", ["arvo"]),
        ("relplan show ar", ["arvo"]),
        ("relplan map ac", ["acme"]),
        ("relplan team b", ["ben"]),
        ("relplan review te", ["team"]),
        ("relplan hand-over acme --from b", ["ben"]),
        ("relplan leave acme r", ["raj"]),
        ("relplan ideas ac", ["acme"]),
        ("relplan changes --owner am", ["amara"]),
        ("relplan judge ac", ["acme"]),
        ("relplan new prospect X --core-team amara,b", ["amara,ben"]),
        ("relplan help campai", ["campaign", "campaigns"]),
    ],
)
def test_prospects_and_campaigns_are_offered_where_they_belong(root, line, found):
    prospect = "prospect: Arvo Foods\nroles: {lena: Lena Voss}\n"
    write_book(root, prospects__arvo=prospect)
    (root / "campaigns").mkdir()
    (root / "campaigns" / "stock.yaml").write_text("proposition: We hold it\n", encoding="utf-8")
    assert completed(root, line) == found


def test_outside_a_book_bash_is_offered_nothing(tmp_path):
    assert completed(tmp_path, "relplan log ac") == []
