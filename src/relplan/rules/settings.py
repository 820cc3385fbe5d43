"""Words in the lint settings of relplan.yaml that mean no rule."""

from collections.abc import Iterator

from relplan.diagnostics import Diagnostic
from relplan.files.book import Loaded
from relplan.files.tree import Path
from relplan.rules.catalogue import KNOWN, page
from relplan.rules.choose import why_unknown
from relplan.rules.walk import SETTINGS


def unknown_rules(loaded: Loaded) -> Iterator[Diagnostic]:
    """A diagnostic for every code or name in the lint settings that no rule has."""
    document = loaded.documents.get(SETTINGS)
    if document is None or document.root is None:
        return
    about = page("unknown-rule")
    for path, word in _words(loaded):
        if why := why_unknown(word, KNOWN):
            node = document.value_at(path)
            item = ".".join(str(step) for step in path)
            yield document.at(node, about.code, about.name, why, severity=about.severity, item=item)


def _words(loaded: Loaded) -> Iterator[tuple[Path, str]]:
    lint = loaded.book.settings.lint
    for field, words in (("select", lint.select), ("ignore", lint.ignore)):
        for index, word in enumerate(words):
            yield ("lint", field, index), word
    for client, one in lint.per_client.items():
        for index, word in enumerate(one.ignore):
            yield ("lint", "per_client", client, "ignore", index), word
