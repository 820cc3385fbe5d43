import json

import pytest
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.model.schema import KINDS, schema_text


@pytest.mark.parametrize("kind", KINDS)
def test_it_prints_the_schema_and_nothing_else(kind):
    done = CliRunner().invoke(app, ["schema", kind])
    assert (done.exit_code, done.stdout, done.stderr) == (0, schema_text(kind), "")
    assert json.loads(done.stdout)["$id"] == f"{kind}.schema.json"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("plans", "no kind of file 'plans'; did you mean plan?"),
        (
            "xyzzy",
            "no kind of file 'xyzzy'; the kinds are: settings, plan, touches, prospect, campaign",
        ),
    ],
)
def test_a_kind_that_is_none_is_said_with_the_nearest(typed, said):
    done = CliRunner().invoke(app, ["schema", typed])
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"relplan: {said}\n")
