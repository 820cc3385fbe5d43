import pytest
from scenes import ACME, ACME_LOG, write_book

from relplan.cli.plans import initiative_of, work
from relplan.cli.touches import add_touch
from relplan.errors import Refused, WrongUse

SAID = {"date": "2026-11-25", "with": None, "by": "ben", "how": None, "note": None}
SAID |= {"learned": None, "hours": None}


def line(root, **more):
    here = work("acme", root, "2026-11-25")
    add_touch(here, initiative_of(here, "cl"), {**SAID, **more})
    here.draft.checked()
    return here.draft.text("touches/acme.yaml").removeprefix(ACME_LOG)


def test_the_line_is_with_those_the_initiative_is_for(tmp_path):
    root = write_book(
        tmp_path, clients__acme=ACME.replace("owner: ben}", "owner: ben, for: [raj]}")
    )
    assert line(root, hours="1.5", learned="no") == (
        '- {date: 2026-11-25, with: [raj], by: ben, for: close-clinic, learned: "no", hours: 1.5}\n'
    )
    assert "with: [jane, raj]" in line(root, **{"with": "porter,raj,jane"})


def test_for_nobody_the_people_must_be_said(tmp_path):
    with pytest.raises(WrongUse, match="with whom\\? `close-clinic` is for nobody yet; say --with"):
        line(write_book(tmp_path))


def test_a_line_that_would_not_read_is_refused(tmp_path):
    with pytest.raises(Refused, match="--hours: `two` is not a number"):
        line(write_book(tmp_path), hours="two", **{"with": "jane"})


def test_a_log_is_begun(tmp_path):
    root = write_book(tmp_path)
    (root / "touches/acme.yaml").unlink()
    assert line(root, **{"with": "jane"}).startswith("- {date: 2026-11-25, with: [jane]")
