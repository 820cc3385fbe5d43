"""The manual pages of what reading (RP0) and the schema (RP1) say."""

from relplan.diagnostics import Severity

Entry = tuple[str, str, Severity, str, str]

READING: tuple[Entry, ...] = (
    (
        "RP001",
        "not-readable",
        "error",
        "A file that cannot be read at all",
        (
            "The bytes are not UTF-8, the file is no regular file of the book, or it is larger or"
            " deeper than any plan.\n\n**Instead:** save it as UTF-8 text inside the book's folder."
        ),
    ),
    (
        "RP002",
        "yaml-syntax",
        "error",
        "A line that is not YAML",
        (
            "Mostly a text that needs quotes, because it holds `: ` or begins with a sign that YAML"
            ' keeps for itself.\n\n**Instead:** put quotes around the text: `note: "Re: the audit"`.'
        ),
    ),
    (
        "RP003",
        "merge-conflict",
        "error",
        "A merge that nobody finished",
        (
            "Git left both versions of a passage in the file, between `<<<<<<<` and `>>>>>>>`.\n\n"
            "**Instead:** keep what is right, remove the three marker lines, and commit."
        ),
    ),
    (
        "RP004",
        "yaml-feature",
        "error",
        "Something of YAML that plans do not use",
        (
            "Anchors, aliases, tags, directives, several documents and keys that are no words make a"
            " file mean something else than it shows.\n\n**Instead:** write the value itself; put"
            " quotes around a text that begins with `&`, `*`, `!`, `%` or a bracket."
        ),
    ),
    (
        "RP005",
        "duplicate-key",
        "error",
        "A key that stands twice in one group",
        (
            "Only one of the two could count, and which one would depend on the reader.\n\n"
            "**Instead:** join the two, or give one of them another id."
        ),
    ),
    (
        "RP006",
        "id-not-portable",
        "error",
        "An id or a file name that does not work everywhere",
        (
            "Ids name files, lines and people on every system: lower-case letters, digits and hyphens,"
            " at most 64, and no word that Windows reserves.\n\n**Instead:** write the id that the"
            " message offers; the full name stands in `name:`."
        ),
    ),
    (
        "RP007",
        "id-collides",
        "error",
        "One id for two things",
        (
            "A client and a prospect of one id would share one log of touches. Two names that differ"
            " only in capitals, accents or the Unicode form of a letter come to one id, and on Windows"
            " and macOS to one file.\n\n**Instead:** rename one of the two, or join them; a prospect"
            " that was won moves from prospects/ to clients/."
        ),
    ),
    (
        "RP008",
        "not-a-plan",
        "error",
        "A file that holds something else than a plan",
        (
            "The file is empty, or is a list where a plan belongs, or a plan where a log belongs.\n\n"
            "**Instead:** begin a plan with `client:`, a log with `- {date: …}`; `relplan new` writes"
            " a skeleton."
        ),
    ),
    (
        "RP009",
        "more-errors",
        "error",
        "A file with more errors than anybody reads",
        "**Instead:** mend the first ones and run lint again; mostly they have one cause.",
    ),
    (
        "RP010",
        "unused-ignore",
        "warning",
        "A comment that silences nothing",
        (
            "**Why:** it would hide the next finding, which nobody has looked at.\n\n"
            "**Instead:** remove the comment, or the code that is not needed in it."
        ),
    ),
    (
        "RP011",
        "ignore-without-reason",
        "warning",
        "A comment that silences and does not say why",
        (
            "**Why:** the colleague who reads it next cannot tell a decision from a habit.\n\n"
            "**Instead:** `# relplan: ignore[RP402] a firm of one: there is nobody else`."
        ),
    ),
    (
        "RP012",
        "expired-ignore",
        "warning",
        "A comment whose `until` has passed",
        (
            "**Why:** it was meant for a time, and what it silenced is shown again.\n\n"
            "**Instead:** mend what it silenced and remove the comment, or decide anew."
        ),
    ),
    (
        "RP013",
        "unreadable-ignore",
        "warning",
        "A comment to relplan that it does not understand",
        (
            "**Why:** it looks as if it silenced something, and does not.\n\n"
            "**Instead:** `# relplan: ignore[RP203, RP205] reason until 2027-01-31`, at the end of the"
            " line, or on a line of its own above the item. Errors cannot be silenced."
        ),
    ),
    (
        "RP014",
        "unknown-rule",
        "warning",
        "A code or name that no rule has",
        (
            "**Why:** a mistyped code selects or silences nothing, without a word.\n\n"
            "**Instead:** write a code (`RP203`), a family (`RP2`) or a name (`initiative-without-date`)"
            " from the list that `relplan rule` prints."
        ),
    ),
    (
        "RP015",
        "path-without-file",
        "warning",
        "A lint setting for a path that no file of the book has",
        (
            "**Why:** a mistyped path changes nothing, without a word, and so does one whose files are"
            " gone.\n\n**Instead:** under `per_path:` write a file (`clients/acme.yaml`), a folder"
            " (`prospects`) or a pattern (`clients/old-*`), as the path begins at the book's root."
        ),
    ),
    (
        "RP101",
        "unknown-field",
        "error",
        "A field that relplan does not know",
        (
            "**Why:** a mistyped field would be left out of every list, without a word.\n\n"
            "**Instead:** the message names the nearest field, or those that may stand here; free"
            " remarks go into `notes:` or a comment."
        ),
    ),
    (
        "RP102",
        "missing-field",
        "error",
        "A field that must be there and is not",
        "**Instead:** add it; the place is the entry that lacks it.",
    ),
    (
        "RP103",
        "wrong-choice",
        "error",
        "A word that is not on the list for this field",
        (
            "**Instead:** write one of the words that the message lists; docs/format.md says what each"
            " means."
        ),
    ),
    (
        "RP104",
        "not-a-date",
        "error",
        "A date that is not written as YYYY-MM-DD",
        (
            "**Why:** `5/1/2024` is May to one colleague and January to another.\n\n"
            "**Instead:** `2024-01-05`. Dates that are not in the calendar are refused, not moved."
        ),
    ),
    (
        "RP105",
        "not-a-duration",
        "error",
        "A length of time in no known form",
        "**Instead:** `30d`, `6w`, `2m`, `1y`, `weekly`, `monthly`, `quarterly`, `yearly` or `P6W`.",
    ),
    (
        "RP106",
        "needs-quotes",
        "warning",
        "A text that other programs take for something else",
        (
            "**Why:** relplan keeps `0123` and `null` as they were typed, but the next program that"
            " reads the file makes a number or nothing of them.\n\n"
            '**Instead:** put quotes around the text: `phone: "0123"`.'
        ),
    ),
    (
        "RP107",
        "unknown-person",
        "error",
        "A person who is not among the plan's roles",
        "**Instead:** write the id under which the person stands in `roles:`, or add the person.",
    ),
    (
        "RP108",
        "unknown-member",
        "error",
        "A member who is not in the team",
        "**Instead:** write the id under which the member stands in relplan.yaml, or add them.",
    ),
    (
        "RP109",
        "unknown-id",
        "error",
        "An id that leads to nothing",
        (
            "A weakness, initiative, step, tier, client or prospect is named that the book does not"
            " have.\n\n**Instead:** write the id as it stands where the thing is described."
        ),
    ),
    (
        "RP110",
        "touches-without-plan",
        "error",
        "A log that belongs to no plan",
        (
            "**Why:** nobody would be listed as due from it.\n\n**Instead:** give the log the name of"
            " its plan: touches/acme.yaml belongs to clients/acme.yaml or prospects/acme.yaml."
        ),
    ),
    (
        "RP111",
        "wrong-kind",
        "error",
        "A text, a list or a group where another kind belongs",
        "**Instead:** look at the same field in examples/, or in docs/format.md.",
    ),
    (
        "RP112",
        "wrong-value",
        "error",
        "A number, an amount or a setting that cannot be read",
        "**Instead:** numbers in digits, money as `64 GBP`, true or false as words.",
    ),
    (
        "RP113",
        "missing-rules",
        "warning",
        "A package of the team's own rules that is not there, or cannot be used",
        (
            "**Why:** without it the book is checked by fewer rules than the team agreed on, and"
            " nobody would notice.\n\n**Instead:** install the package where relplan is installed;"
            " docs/lint.md says what a package of rules holds."
        ),
    ),
    (
        "RP114",
        "rule-stopped",
        "warning",
        "A rule of the team's own that raised an error instead of looking",
        (
            "**Why:** what it would have found is not said. Everything else was checked.\n\n"
            "**Instead:** tell who keeps the package, with the place that the message names; until"
            " it is mended, `ignore` the rule."
        ),
    ),
)
"""Code, name, severity, title and text of each page, in the order of the codes."""
