"""What an import asks and writes; the commands' own tests are in test_import_.py."""

import sys

from relplan.cli.importing import Wishes, may_write, on_a_terminal

NOTHING = Wishes((), None, {}, {}, (), None, None, yes=False, dry_run=False)


def test_without_a_terminal_only_yes_writes(monkeypatch):
    assert may_write(NOTHING._replace(yes=True), 1)
    assert not may_write(NOTHING._replace(dry_run=True), 1)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert not on_a_terminal()
