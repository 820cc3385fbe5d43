"""To which campaign a line of a plan belongs that sells."""

import pytest
from scenes import TODAY, book

from relplan.analysis.belonging import Belongings

STOCK = {
    "proposition": "We hold the stock on the shelf of your plant",
    "promise": "no stock-outs",
    "cohort": {"where": {"priority": "A"}},
}


def of(text, client="acme", **campaigns):
    found = book({"acme": {}}, campaigns={"shelf": STOCK, **campaigns})
    return Belongings(found, TODAY).of(client, text)


def test_a_line_belongs_to_the_campaign_with_which_it_shares_two_telling_words():
    found = of("Pitch stocks for plants, then stock again")
    assert found == ("shelf", ("stocks", "plants"))


@pytest.mark.parametrize("text", ["Show them the stock", "Free workshop for the audit", "", "… !"])
def test_one_word_or_none_is_chance(text):
    assert of(text) is None


def test_words_of_any_sale_count_for_nothing():
    offer = STOCK | {"proposition": "We offer a review and a workshop"}
    assert of("Offer a free review in a workshop", shelf=offer) is None


def test_a_campaign_that_is_not_taken_to_the_client_owns_nothing_there():
    assert of("Stock for the plant", client="kestrel") is None
    assert of("Stock for the plant", shelf=STOCK | {"cohort": {}}) is None


def test_a_campaign_that_is_over_owns_nothing():
    over = STOCK | {"runs": {"from": "2026-10-01", "to": "2026-11-24"}}
    assert of("Stock for the plant", shelf=over) is None


def test_of_several_the_one_that_shares_most_is_named():
    close = STOCK | {"proposition": "We close the books of each plant overnight, stock included"}
    found = of("Overnight stock close at the plant", close=close)
    assert found == ("close", ("overnight", "stock", "close"))
