"""The three-way merge of plans by id: texts in, one text out, no byte that nobody changed moved."""

from relplan.files.merge.doubt import Doubt
from relplan.files.merge.engine import Merged, merge

__all__ = ["Doubt", "Merged", "merge"]
