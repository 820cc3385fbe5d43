"""The preview of an import of people."""

from relplan.analysis.matching import Change, Kept, Match
from relplan.files.contacts.contact import Contact, Contacts, Lost, Said, Unread
from relplan.reports.imported import preview, question


def contact(name, line, lost=(), **fields):
    said = {field: Said(text, line) for field, text in {"name": name, **fields}.items()}
    return Contact("c.vcf", line, said, lost=lost)


PHOTO = [Lost("photo", line) for line in (3, 30, 31, 32)]
FOUND = [
    Match("new", contact("Nora\x1b Field", 1, (PHOTO[0],), title="COO", notes="x")),
    Match(
        "changed", contact("Jane Porter", 9, tuple(PHOTO[1:]), title="CFO"), "jane",
        changes=(Change("title", "", "CFO"), Change("phone", "0113 4", "0113 5")),
        kept=(Kept("notes", "ours", "theirs"),),
    ),
    Match("same", contact("Raj Patel", 20), "raj"),
    Match("same", contact("Nora", 22), why="as c.vcf:1"),
    Match("ambiguous", contact("J. Porter", 25, (Lost("line", 26, "no `:`", "junk"),)), why="the name of"),
]  # fmt: skip
CONTACTS = Contacts(unread=(Unread("c.vcf", 40, "no name"),), notes=("c.vcf: odd",))


def test_everything_that_would_happen_and_all_that_is_left_out_is_said():
    assert preview(FOUND, CONTACTS, chosen=FOUND) == (
        "new         Nora\\x1b Field, COO, with notes  (c.vcf:1)\n"
        "changed     jane: Jane Porter  (c.vcf:9)\n"
        "              title: CFO\n"
        "              phone: 0113 4 -> 0113 5\n"
        "              notes stays ours; not taken: theirs\n"
        "same        raj  (c.vcf:20)\n"
        "same        Nora, as c.vcf:1  (c.vcf:22)\n"
        "ambiguous   J. Porter  (c.vcf:25): the name of\n"
        "unreadable  c.vcf:40: no name\n"
        "unreadable  c.vcf:26: no `:` (junk)\n"
        "left out    photo has no place in a plan: c.vcf:3, c.vcf:30, c.vcf:31 and 1 more\n"
        "note        c.vcf: odd\n"
        "1 new, 1 changed, 2 the same, 1 ambiguous, 1 unreadable\n"
    )


def test_of_those_who_are_not_chosen_only_the_number_is_said():
    assert preview(FOUND, Contacts(), chosen=FOUND[2:3]) == (
        "same        raj  (c.vcf:20)\n1 the same, 4 not chosen\n"
    )


def test_a_file_with_nobody_says_so_and_a_question_is_one_line():
    assert preview([], Contacts(), chosen=[]) == "nobody stands in this file\n"
    assert question(FOUND[-1]) == "J. Porter (c.vcf:25): the name of"
