import pytest
from books import write_book

from relplan.errors import Refused
from relplan.files import documents
from relplan.files.book import load
from relplan.files.documents import behind


def test_a_document_is_read_when_somebody_looks_at_it(tmp_path):
    root = write_book(tmp_path)
    document = load(root).documents["clients/acme.yaml"]
    raw = (root / "clients/acme.yaml").read_bytes()
    assert (document.raw, document.text) == (raw, raw.decode())
    assert document.root is not None


def test_a_document_that_was_changed_since_is_refused(tmp_path):
    root = write_book(tmp_path)
    document = load(root).documents["clients/acme.yaml"]
    (root / "clients/acme.yaml").write_text("client: Other\n", encoding="utf-8")
    with pytest.raises(Refused) as told:
        document.text  # noqa: B018 -- looking is what is tested
    assert str(told.value) == (
        "clients/acme.yaml was changed by somebody in this moment; run the command again"
    )


def test_few_documents_stay_in_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "_KEPT", 1)
    found = load(write_book(tmp_path)).documents
    first = found["clients/acme.yaml"]
    assert found["clients/acme.yaml"] is first
    found["relplan.yaml"]
    assert found["clients/acme.yaml"] is not first


def test_a_clean_document_has_its_record_and_a_faulty_one_is_not_clean(tmp_path):
    root = write_book(tmp_path, {"clients/calder.yaml": "client: Calder\npriority: Q\n"})
    assert behind(root, "clients/acme.yaml").value.client == "Acme plc"
    assert behind(root, "clients/acme.yaml").is_clean
    assert not behind(root, "clients/calder.yaml").is_clean
