import pytest
from books import BASE, write_book

from relplan.files.book import load
from relplan.files.fitting import suspects
from relplan.files.references import unknown_references

LINE = "- {date: 2026-11-03, with: [jane], by: ben}\n"
CASES = [
    {},
    {"clients/acme.yaml": BASE["clients/acme.yaml"].replace("owner: amara", "owner: zed")},
    {"clients/acme.yaml": BASE["clients/acme.yaml"].replace("ours: ben", "reports_to: raj")},
    {"touches/acme.yaml": LINE},
    {"touches/acme.yaml": LINE.replace("jane", "raj")},
    {"touches/nobody.yaml": LINE},
    {"relplan.yaml": BASE["relplan.yaml"].replace("tier: senior", "tier: junior")},
    {"campaigns/c.yaml": "proposition: x\ncohort: {clients: [acme], prospects: [arvo]}\n"},
    {
        "campaigns/c.yaml": "proposition: x\n"
        "pitches: [{date: 2026-11-03, at: acme, to: raj, by: ben}]\n"
    },
    {
        "prospects/arvo.yaml": "prospect: Arvo\nroles: {eva: {name: Eva}}\n"
        "ours: {hal: {name: Hal, force: neutral}}\n"
        "steps: {one: {what: x, people: {eva: neutral, hal: neutral, amara: neutral}}}\n"
    },
    {"prospects/arvo.yaml": "prospect: Arvo\nsteps: {one: {what: x, people: {zed: neutral}}}\n"},
]


@pytest.mark.parametrize("files", CASES)
def test_no_file_with_a_word_that_refers_to_nothing_is_passed_over(tmp_path, files):
    loaded = load(write_book(tmp_path, files))
    named = {one.path for one in unknown_references(loaded.documents)}
    assert named <= set(suspects(loaded.facts))


def test_a_book_in_which_all_fits_has_no_suspects(quay):
    assert list(suspects(load(quay.resolve()).facts)) == []
