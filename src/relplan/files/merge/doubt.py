"""How the merge says that it does not know."""


class Doubt(Exception):  # never shown as an error: git merges line by line instead
    """Why a merge by id is not made; one line."""


class Clash(Exception):  # never shown: the item around it becomes a conflict
    """Both sides changed the same thing, and not in the same way."""
