"""Findings counted."""

import json

from findings import finding, listing

from relplan.files.document import document_of
from relplan.reports.formats.listing import Listing
from relplan.reports.formats.statistics import statistics, statistics_json

FILES = {
    "relplan.yaml": "firm: H\n",
    "clients/acme.yaml": "client: A\nowner: amara\n",
    "prospects/corp.yaml": "prospect: C\nowner: ben\n",
    "clients/lone.yaml": "client: L\n",
    "clients/torn.yaml": "client: [T\n",
    "touches/acme.yaml": "[]\n",
    "touches/corp.yaml": "[]\n",
    "campaigns/c.yaml": "owner: ben\n",
}


def counted(*paths):
    documents = {path: document_of(path, text.encode())[0] for path, text in FILES.items()}
    return Listing([finding(path=path) for path in paths], documents)


def test_by_rule_and_by_owner_the_most_first():
    said = statistics(
        Listing(
            [
                *counted("clients/acme.yaml", "touches/acme.yaml").found,
                finding(path="clients/acme.yaml", code="RP401", name="no-decision-maker"),
            ],
            counted().documents,
        )
    )
    assert said == (
        "BY RULE\n"
        "2  RP203  initiative-without-date (warning)\n"
        "1  RP401  no-decision-maker (warning)\n"
        "\n"
        "BY OWNER\n"
        "3  amara  in 2 files\n"
    )


def test_logs_and_campaigns_count_for_whoever_owns_them():
    said = statistics(counted("touches/corp.yaml", "campaigns/c.yaml", "prospects/corp.yaml"))
    assert said.endswith("BY OWNER\n3  ben  in 3 files\n")


def test_files_without_an_owner_are_nobodys_and_the_settings_the_books():
    said = statistics(
        counted("clients/lone.yaml", "clients/torn.yaml", "clients/gone.yaml", "relplan.yaml")
    )
    assert said.endswith("BY OWNER\n3  nobody    in 3 files\n1  the book  in 1 file\n")


def test_numbers_are_lined_up():
    found = [finding(item=str(n)) for n in range(12)]
    one = finding(code="RP401", name="no-decision-maker")
    assert statistics(listing(*found, one)).splitlines()[1:3] == [
        "12  RP203  initiative-without-date (warning)",
        " 1  RP401  no-decision-maker (warning)",
    ]


def test_json_has_both_counts_and_a_version():
    said = json.loads(statistics_json(counted("clients/acme.yaml", "relplan.yaml")))
    assert said == {
        "version": 1,
        "rules": [
            {"code": "RP203", "count": 2, "link": "docs/rules.md#rp203-initiative-without-date"}
        ],
        "owners": [{"owner": "amara", "count": 1}, {"owner": "the book", "count": 1}],
    }


def test_nothing_found_is_nothing_said_and_an_empty_object():
    assert statistics(listing()) == ""
    assert json.loads(statistics_json(listing())) == {"version": 1, "rules": [], "owners": []}
