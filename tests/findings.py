"""Findings for tests of formats: one, or a listing of several, over a text."""

from relplan.diagnostics import Diagnostic
from relplan.files.document import document_of
from relplan.reports.formats.listing import Listing

PATH = "clients/a.yaml"
HOME = "https://hartwell.example/rules.md"
EVIL = "x\n::error::y | `z` <b>&\x1b[31m ]]> @all, 50%"


def finding(line=1, column=1, **more):
    fields = {
        "path": PATH,
        "code": "RP203",
        "name": "initiative-without-date",
        "severity": "warning",
        "message": "no day by which it is done; add `by:`",
        "end_line": line,
        "end_column": column + 3,
        **more,
    }
    return Diagnostic(line=line, column=column, **fields)


def listing(*found, text="", **more):
    document, _ = document_of(PATH, text.encode())
    return Listing(found, {PATH: document}, files=more.pop("files", (PATH,)), **more)
