import re
import unicodedata

import pytest
from books import write_book

from relplan.files.book import load, with_texts
from relplan.files.collisions import of_keys, of_names
from relplan.files.document import document_of

ACCENT = unicodedata.normalize("NFC", "café")
APART = unicodedata.normalize("NFD", "café")


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Acme.yaml", "acme.yaml"], {"Acme.yaml": "acme.yaml"}),
        (["acme.yaml", "acme.yml"], {"acme.yml": "acme.yaml"}),
        ([f"{APART}.yaml", f"{ACCENT}.yaml"], {f"{ACCENT}.yaml": f"{APART}.yaml"}),
        (["ACME.yaml", "Acme.yaml"], {"Acme.yaml": "ACME.yaml"}),
        (
            ["ACME.yaml", "Acme.yaml", "acme.yaml"],
            dict.fromkeys(["ACME.yaml", "Acme.yaml"], "acme.yaml"),
        ),
        (["Acme.yaml", "acme-2.yaml"], {}),
        (["!.yaml", "?.yaml"], {}),
    ],
)
def test_a_file_name_collides_with_the_one_that_comes_to_its_id(names, told):
    no_ids = [one for one in names if not re.fullmatch(r"[a-z0-9-]+\.yaml", one)]
    found = {one: of_names(one, names) for one in no_ids}
    assert {one: why.split("`")[3] for one, why in found.items() if why} == told


def test_a_key_collides_with_the_one_that_comes_to_its_id():
    document, _ = document_of(
        "clients/a.yaml", f"roles:\n  Jane: x\n  jane: y\n  {ACCENT}: z\n".encode()
    )
    assert of_keys(document, ("roles", "Jane")) == (
        "`Jane` and `jane` on line 3 come to the same id; keep one of the two, or give one of them"
        " another id"
    )
    assert of_keys(document, ("roles", ACCENT)) is None


def test_colliding_names_stay_told_when_another_file_changes(tmp_path):
    root = write_book(tmp_path, {})
    (root / "clients" / "Acme.yaml").write_text("client: Acme\n")
    (root / "prospects").mkdir(exist_ok=True)
    (root / "prospects" / "acme.yaml").write_text("prospect: Acme\n")
    loaded = load(root)
    assert [one.name for one in loaded.diagnostics] == ["id-collides", "id-collides"]
    gone = with_texts(loaded, {"prospects/acme.yaml": None})
    assert [one.path for one in gone.diagnostics] == ["clients/Acme.yaml"]
