import subprocess
import sys
from pathlib import Path

from relplan.model.schema import shapes
from relplan.model.shapes import SHAPES

TOOL = Path(__file__).parents[2] / "tools" / "make_shapes.py"


def test_the_table_is_what_the_models_say_today():
    assert subprocess.run([sys.executable, str(TOOL), "--check"], check=False).returncode == 0


def test_every_shape_is_in_the_table_with_all_its_fields():
    assert set(SHAPES) == set(shapes())
    for name, shape in shapes().items():
        written = [field.alias or one for one, field in shape.model_fields.items()]
        assert [one.partition(" ")[0] for one in SHAPES[name][2].split("; ")] == written
