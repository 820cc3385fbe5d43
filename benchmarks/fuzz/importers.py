"""The importers of contacts and meetings as one target of the fuzzer."""

from datetime import date

from relplan.errors import WrongUse
from relplan.files.contacts import calendar, table, vcard
from relplan.files.contacts.calendar import Window
from relplan.files.contacts.contact import PLACES, Contacts
from relplan.files.contacts.foreign import text_of

_WINDOW = Window(date(2026, 8, 26), date(2026, 11, 25))
PIECES = (
    "BEGIN:VCARD\n", "END:VCARD\n", "VERSION:2.1\n", "VERSION:3.0\n", "VERSION:4.0\n", "FN:Ann\n",
    "FN;CHARSET=X:", "N:;;;;\n", "N:Field;Nora\n", "item1.", "TEL;TYPE=cell:", "EMAIL:", "NOTE:",
    ";ENCODING=QUOTED-PRINTABLE:=C3=BC=\n", ";ENCODING=b:", "====", "BDAY:--0229\n", "ORG:a;b\n",
    "BEGIN:VCALENDAR\n", "END:VCALENDAR\n", "BEGIN:VEVENT\n", "END:VEVENT\n", "UID:1\n",
    "DTSTART:20261101T100000Z\n", "DTSTART;VALUE=DATE:20261101\n", "DTSTART;TZID=Nowhere:",
    "DTEND:20261101\n", "RRULE:FREQ=DAILY\n", "RRULE:FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=2\n",
    ";COUNT=999999999", ";INTERVAL=0", "EXDATE:", "RECURRENCE-ID:20261102T100000Z\n",
    "ATTENDEE:mailto:a@b.example\n", "METHOD:CANCEL\n", "SUMMARY:", "20261131T250000", "99999999",
    "Name,E-mail,Birthday\n", "First name;Last name;Phone\n", "Name\tNotes\n", "Ann,a@b.example,",
    '"', '""', ",", ";", "\t", ":", "=", "\\n", "\\,", "\n ", "\n\t", "\r\n", "\r", "\n", "\x00",
    "29/02/2026", "1/2/3", "\xfc", "\ufeff", "\u202e", "\ud800", "\udcff", "\U0001f600", "@", "+44",
)  # fmt: skip
BEGINS = (
    "BEGIN:VCARD\nVERSION:3.0\nFN:Nora Field\nEMAIL:n@b.example\nEND:VCARD\n",
    (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261101T100000Z\nRRULE:FREQ=WEEKLY\n"
        "SUMMARY:x\nATTENDEE:mailto:a@b.example\nEND:VEVENT\nEND:VCALENDAR\n"
    ),
    "Name,E-mail,Birthday\nNora Field,n@b.example,1970-06-14\n",
)


def importers(text: str) -> str:
    """Whoever is found has a name and a line, what is not read has a reason, days are in the window."""
    text, encoding = text_of(text.encode("utf-8", "surrogatepass"))
    lines = text.count("\n") + text.count("\r") + 1
    came = [encoding, _found(vcard.contacts_of("f", text), lines)]
    try:
        came.append(_found(table.contacts_of("f", text, {}), lines))
    except WrongUse as why:
        came.append(str(why)[:12])
    meetings, unread = calendar.meetings_of("f", text, _WINDOW)
    assert all(_WINDOW.first <= one.day <= _WINDOW.last for one in meetings)
    assert all(one.why and one.line >= 1 for one in unread)
    return " ".join([*came, str(min(len(meetings), 3)), *sorted({one.why[:12] for one in unread})])


def _found(contacts: Contacts, lines: int) -> str:
    for one in contacts.people:
        assert one.name.strip()
        assert set(one.fields) <= set(PLACES)
        assert all(said.text and 1 <= said.line <= lines for said in one.fields.values())
    assert all(one.why and 1 <= one.line <= lines for one in contacts.unread)
    fields = sorted({name for one in contacts.people for name in one.fields})
    return (
        f"{min(len(contacts.people), 3)} {fields} {sorted({u.why[:12] for u in contacts.unread})}"
    )
