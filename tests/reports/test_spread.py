import multiprocessing
import os
import sys

import pytest

from relplan.errors import Refused
from relplan.reports.spread import spread

ITEMS = [f"c{number}" for number in range(20)]
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not fork")


def run(work, items=ITEMS, processes=2):
    with spread(work, items, processes) as results:
        return list(results)


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(processes):
    assert run(str.upper, processes=processes) == [one.upper() for one in ITEMS]


@on_linux
def test_many_items_are_worked_on_by_several_processes():
    both = multiprocessing.get_context("fork").Barrier(2)

    def meet(_item):
        both.wait(60)  # nobody does the work of the other, however busy the system is
        return os.getpid()

    found = set(run(meet, ITEMS[:8]))
    assert len(found) == 2
    assert os.getpid() not in found


def test_few_items_are_worked_on_here():
    assert set(run(lambda _: os.getpid(), ITEMS[:3])) == {os.getpid()}


@on_linux
def test_a_refusal_in_another_process_is_the_same_refusal():
    def refuse(item):
        if item == "c7":
            raise Refused("templates/x.md.j2:2: no")
        return item

    with pytest.raises(Refused, match=r"^templates/x\.md\.j2:2: no$"):
        run(refuse)


@on_linux
def test_a_process_that_is_ended_from_outside_stops_the_work_with_a_sentence():
    with pytest.raises(Refused, match="ended from outside"):
        run(lambda item: os._exit(1) if item == "c5" else item)


@on_linux
def test_nothing_is_left_when_the_reader_stops():
    with spread(str.upper, ITEMS, 2) as results:
        assert next(results) == "C0"
    assert run(str.upper)[-1] == "C19"
