from datetime import date

import repositories
import scenes

from relplan.files.book import load
from relplan.files.trails import past_of
from relplan.rules.old_state import OldState, narrow

EVE = date(2026, 10, 7)
LINE = "- {{date: {}, with: [jane], by: ben}}\n"

EARLY = LINE.format("2026-09-01")


def old_state(root):
    loaded = load(root)
    past = past_of(root, {"clients/acme.yaml": date(2026, 10, 8)})
    return OldState(loaded, past, {"acme": "clients/acme.yaml"}, {"acme": EVE})


def made(tmp_path, *days, first="2026-10-01", log=EARLY):
    repositories.git(tmp_path, "init", "-q", ".")
    scenes.write_book(tmp_path, touches__acme=log)
    repositories.commit(tmp_path, first)
    for day in days:
        repositories.commit(tmp_path, day, touches__acme=log + LINE.format(day))
    return tmp_path


def test_the_log_is_that_of_the_start(tmp_path):
    then = old_state(made(tmp_path, "2026-10-20"))
    assert [one.date for one in then.loaded.book.touches["acme"]] == [date(2026, 9, 1)]


def test_where_history_begins_later_the_log_is_todays_up_to_the_day(tmp_path):
    log = EARLY + LINE.format("2026-10-09")
    then = old_state(made(tmp_path, first="2026-10-20", log=log))
    assert then.starts["acme"].begun == "first"
    assert [one.date for one in then.loaded.book.touches["acme"]] == [date(2026, 9, 1)]


def test_a_log_that_could_not_be_read_then_is_todays_up_to_the_day(tmp_path):
    root = made(tmp_path, log="- [\n")
    repositories.commit(root, "2026-10-20", touches__acme=LINE.format("2026-09-02"))
    assert [one.date for one in old_state(root).loaded.book.touches["acme"]] == [date(2026, 9, 2)]


def test_a_narrow_book_holds_the_clients_and_the_team_and_nothing_else(tmp_path):
    scenes.write_book(tmp_path, clients__bolt=scenes.ACME, touches__bolt="[]\n")
    part = narrow(load(tmp_path), ["bolt"])
    assert set(part.documents) == {"relplan.yaml", "clients/bolt.yaml", "touches/bolt.yaml"}
    assert (set(part.book.plans), set(part.book.touches)) == ({"bolt"}, {"bolt"})
    assert "amara" in part.book.settings.team
