import pytest

from relplan.files.merge import Doubt, merge


def test_a_clash_of_whole_files_is_told_as_a_doubt():
    with pytest.raises(Doubt, match=r"^the two sides do not fit together$"):
        merge("a: 1\n", "- a\n", "b: 2\n")
