"""The kinds of records by their names: for `isinstance`, and for rules to say what they look at.

Here they stand for the models without loading them: a light record and the model's own are both of
the kind that their class is named after.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relplan.model.campaign import Campaign, Pitch
    from relplan.model.person import Person
    from relplan.model.plan import Goal, Initiative, Plan, Repair, Review, Strength, Value
    from relplan.model.prospect import Practice, Prospect, Win
    from relplan.model.settings import Lint, LintPart, Settings
    from relplan.model.touch import Touch
else:

    class _Kind(type):
        def __instancecheck__(cls, one: object) -> bool:
            return type(one).__name__ == cls.__name__

    def _kind(name: str) -> type:
        return _Kind(name, (), {})

    Campaign, Pitch, Person = map(_kind, ("Campaign", "Pitch", "Person"))
    Goal, Initiative, Plan = map(_kind, ("Goal", "Initiative", "Plan"))
    Repair, Review = map(_kind, ("Repair", "Review"))
    Strength, Value = map(_kind, ("Strength", "Value"))
    Practice, Prospect, Win = map(_kind, ("Practice", "Prospect", "Win"))
    Lint, LintPart, Settings = map(_kind, ("Lint", "LintPart", "Settings"))
    Touch = _kind("Touch")

__all__ = [
    "Campaign",
    "Goal",
    "Initiative",
    "Lint",
    "LintPart",
    "Person",
    "Pitch",
    "Plan",
    "Practice",
    "Prospect",
    "Repair",
    "Review",
    "Settings",
    "Strength",
    "Touch",
    "Value",
    "Win",
]
