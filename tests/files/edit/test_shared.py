import pytest

from relplan.files.edit.outline import find, outline
from relplan.files.edit.refused import NotThere
from relplan.files.edit.shared import refuse_shared

TEXT = "a: &n\n  b: 1\nc: {d: &m x, e: *m}\nf: *n\n"


def shared(path, *, gone):
    """Ask for a change, or the loss, of what stands at a path."""
    made = outline(TEXT)
    chain = find(made, path)
    refuse_shared(made, chain, chain[-1] if gone else None)


def test_a_change_under_a_used_anchor_is_refused():
    with pytest.raises(NotThere, match="used again on line 4"):
        shared(["a", "b"], gone=False)


def test_the_loss_of_a_used_anchor_is_refused():
    with pytest.raises(NotThere):
        shared(["a"], gone=True)
    with pytest.raises(NotThere, match="used again on line 3"):
        shared(["c", "d"], gone=True)


def test_an_anchor_goes_with_its_aliases():
    shared(["c"], gone=True)
    shared(["f"], gone=True)
