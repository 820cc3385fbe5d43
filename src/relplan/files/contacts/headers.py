"""What the columns of exported tables are called, program by program, and the fields they fill.

The names are those that Outlook, Google Contacts (before and since 2024), LinkedIn, HubSpot,
Salesforce, Act! and Thunderbird write in English, and Outlook in German and French.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from relplan.model.choices import Column

Part = Literal[
    "name", "first", "middle", "last", "suffix", "title", "department", "email", "phone",
    "birthday", "interests", "notes", "company", "birth year", "birth month", "birth day", "mr",
]  # fmt: skip
"""What a column may hold: a field of a person, or a part of one."""
IGNORED = "skip"
"""What `--map` says of a column that nobody needs."""

COLUMNS: tuple[str, ...] = get_args(Column)
"""What a mapping may name: a field, or IGNORED."""

_HEADERS: dict[Part, str] = {
    "name": "name|full name|display name|contact|contact name|anzeigename|nom complet|nom affiche",
    "first": "first name|given name|firstname|vorname|prenom",
    "middle": "middle name|additional name|weitere vornamen|deuxieme prenom",
    "last": "last name|family name|lastname|surname|nachname|nom|nom de famille",
    "suffix": "suffix|name suffix|suffixe",
    "title": "job title|jobtitle|position|organization title|organization 1 title|title"
    "|fonction|titre",
    "department": "department|organization department|organization 1 department|abteilung"
    "|service|departement",
    "email": "e mail address|email|e mail|email address|primary email|e mail 1 value"
    "|work email|e mail adresse|adresse de messagerie|secondary email|e mail 2 address"
    "|e mail 3 address|e mail 2 value|e mail 3 value|personal e mail|alternate e mail",
    "phone": "business phone|work phone|phone|phone number|phone 1 value|company main phone"
    "|mobile phone|mobile|mobile number|mobile phone number|mobilephone|business phone 2"
    "|phone 2 value|phone 3 value|telefon geschaftlich|mobiltelefon|telephone bureau"
    "|tel mobile|home phone|home phone 2|primary phone|other phone",
    "birthday": "birthday|birthdate|birth date|date of birth|geburtstag|anniversaire",
    "interests": "hobby|hobbies|interests",
    "notes": "notes|note|description|notizen",
    "company": "company|company name|account name|organization|organization name"
    "|organization 1 name|associated company|firma|societe",
    "birth year": "birth year",
    "birth month": "birth month",
    "birth day": "birth day",
}
_KNOWN: dict[str, tuple[Part, int]] = {
    name: (part, rank)
    for part, names in _HEADERS.items()
    for rank, name in enumerate(names.split("|"))
}
_COURTESY = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "herr", "frau", "m", "mme"]
)


def plain(header: str) -> str:
    """A header as it is compared: no case, no accents, no signs."""
    decomposed = unicodedata.normalize("NFKD", header[:200])
    bare = "".join(one for one in decomposed if not unicodedata.combining(one))
    return " ".join(re.sub(r"[\W_]+", " ", bare.casefold()).split())


def score(cells: Sequence[str], mapping: Mapping[str, str]) -> int:
    """How many cells of a row are headers: the row with the most is the header."""
    own = {plain(one) for one in mapping}
    return sum(1 for one in cells if plain(one) in _KNOWN or (plain(one) in own and one.strip()))


def parts_of(
    header: Sequence[str], mapping: Mapping[str, str], titles: Sequence[str]
) -> list[tuple[Part | str, int]]:
    """For each column what it holds and its rank among those that hold the same; ("", 0) unknown.

    `titles` are the texts of the column `Title`: to Outlook that is Mr or Mrs, to Salesforce a job.
    """
    own = {plain(one): part for one, part in mapping.items()}
    names = [plain(one) for one in header]
    jobs = any(one in {"job title", "jobtitle", "organization title"} for one in names)
    polite = all(plain(one) in _COURTESY for one in titles if one.strip())
    found: list[tuple[Part | str, int]] = []
    for name in names:
        part, rank = _KNOWN.get(name, ("", 0))
        if name in own:
            part, rank = own[name], -1
        elif name == "title" and (jobs or (polite and any(titles))):
            part, rank = "mr", 0
        found.append((part, rank))
    return found


assert set(_HEADERS) <= set(get_args(Part))
