import merges
import pytest

from relplan.files.merge import Doubt, merge

CASES = merges.cases()


def ids(case):
    return case.name.replace(" ", "-")


@pytest.mark.parametrize("case", [one for one in CASES if not one.doubt], ids=ids)
def test_every_merge_of_the_table_comes_out_as_it_is_written(case):
    found = merge(case.base, case.ours, case.theirs)
    assert found.text == case.merged
    assert found.conflicts == case.conflicts


@pytest.mark.parametrize("case", [one for one in CASES if one.doubt], ids=ids)
def test_what_cannot_be_read_is_left_to_git_with_the_reason(case):
    with pytest.raises(Doubt) as why:
        merge(case.base, case.ours, case.theirs)
    assert str(why.value).startswith(case.doubt)
