"""Clients that hang on one of ours, and firms that do."""

from dataclasses import replace

import pytest
from scenes import TODAY, book, jane, plan, touches

from relplan.analysis.bus_factor import leaning, only_one_of_ours

TIED = {"jane": jane(ours="ben", tie="credible"), "raj": jane(ours="ben", tie="credible")}


def only(*lines, roles=None, **fields):
    return only_one_of_ours(plan(roles=roles or TIED, **fields), touches(*lines), TODAY)


def test_one_who_keeps_every_real_tie_is_the_only_one():
    assert only() == "ben"
    assert only(roles={"jane": jane(tie="credible")}) == "amara"


def test_a_second_keeper_of_a_real_tie_is_enough():
    assert only(roles={**TIED, "raj": jane(ours="amara", tie="credible")}) is None


def test_a_tie_counts_where_its_keeper_is_named_or_where_it_is_real():
    assert only(roles={**TIED, "raj": jane(ours="amara", tie="vendor")}) is None
    assert only(roles={**TIED, "raj": jane(tie="vendor")}) == "ben"
    assert only(roles={**TIED, "raj": jane(tie="credible")}) is None


def test_a_touch_of_another_in_the_last_year_is_a_second():
    assert only({"date": "2025-11-26", "by": "amara"}) is None
    assert only({"date": "2025-11-25", "by": "amara"}) == "ben"
    assert only({"date": "2026-11-02", "by": "amara", "answered": "false"}) == "ben"
    assert only({"date": "2026-11-02", "by": "ben"}) == "ben"


def test_a_touch_with_somebody_who_left_is_not():
    gone = {**TIED, "zoe": jane(left="2026-01-01")}
    assert only({"date": "2026-11-02", "by": "amara", "with": "zoe"}, roles=gone) == "ben"


def test_where_nobody_keeps_a_tie_there_is_nobody():
    assert only(roles={"jane": jane(tie="vendor")}) is None


def firm(bens, amaras, **settings):
    roles = {"jane": jane(tie="credible")}
    plans = {f"b{n}": {"owner": "ben", "roles": roles} for n in range(bens)}
    plans |= {f"a{n}": {"roles": roles} for n in range(amaras)}
    return leaning(book(plans, **settings), TODAY)


@pytest.mark.parametrize(("bens", "amaras", "found"), [(3, 1, True), (2, 2, False), (3, 0, False)])
def test_more_than_half_of_at_least_four_clients_make_a_one_person_firm(bens, amaras, found):
    assert bool(firm(bens, amaras)) is found


def test_it_says_who_and_which_clients():
    found = firm(3, 1)
    assert (found.member, found.clients, found.of) == ("ben", ("b0", "b1", "b2"), 4)


def test_somebody_alone_in_the_team_has_nobody_to_share_with():
    alone = {"ben": {"name": "Ben", "tier": "senior"}}
    assert firm(4, 0, team=alone) is None


def test_clients_that_rest_do_not_count():
    plans = {
        f"c{n}": {"status": "dormant", "roles": {"jane": jane(tie="credible")}} for n in range(5)
    }
    assert leaning(book(plans), TODAY) is None


def test_of_a_client_whose_log_cannot_be_read_nobody_knows_who_calls():
    plans = {f"c{n}": {"roles": {"jane": jane(tie="credible")}} for n in range(4)}
    assert leaning(book(plans), TODAY)
    unread = replace(book(plans), unread=frozenset({"touches/c0"}))
    assert leaning(unread, TODAY) is None
