import shutil
import sys

import guards

sys.path.insert(0, str(guards.ROOT / "tools"))
import readme_blocks

PAGE = """Text.

```console
$ cd examples/team
$ relplan --version
relplan 0.0.0
```
"""


def copied(tmp_path):
    shutil.copytree(guards.ROOT / "examples", tmp_path / "examples")
    return tmp_path


def test_what_the_readme_shows_is_what_its_commands_print(tmp_path):
    page = (guards.ROOT / "README.md").read_text(encoding="utf-8")
    assert readme_blocks.differing(page, copied(tmp_path)) == []


def test_a_block_that_prints_something_else_is_noticed(tmp_path):
    [fault] = readme_blocks.differing(PAGE, copied(tmp_path))
    assert "relplan 0.0.0" in fault


def test_a_refreshed_block_shows_what_is_printed(tmp_path):
    page = readme_blocks.refreshed(PAGE, copied(tmp_path))
    assert readme_blocks.differing(page, tmp_path) == []


def test_lines_left_out_stand_for_any_lines():
    assert readme_blocks.matches(["a", "…", "d"], ["a", "b", "c", "d"])
    assert readme_blocks.matches(["a", "…"], ["a"])
    assert not readme_blocks.matches(["a", "…", "d"], ["a", "b"])
    assert not readme_blocks.matches([], ["a"])
