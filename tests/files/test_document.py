"""A document: what the bytes of a file make, and how places in it are named."""

from relplan.files.document import MAX_DIAGNOSTICS, Document, document_of, read


def test_a_file_is_called_by_its_path_in_the_book(tmp_path):
    (tmp_path / "clients").mkdir()
    (tmp_path / "clients" / "acme.yaml").write_bytes(b"client: Acme\n")
    document, found = read(tmp_path / "clients" / "acme.yaml", tmp_path.resolve())
    assert (document.path, found) == ("clients/acme.yaml", [])
    assert document.root.plain() == {"client": "Acme"}


def test_a_file_that_is_gone_has_no_tree_and_one_diagnostic(tmp_path):
    document, (one,) = read(tmp_path / "gone.yaml", tmp_path)
    assert document.root is None
    assert (one.path, one.line, one.column, one.code) == ("gone.yaml", 1, 1, "RP001")


def test_a_byte_order_mark_moves_no_place():
    document, (one,) = document_of("a.yaml", b"\xef\xbb\xbfa: 1\na: 2\n")
    assert document.text.startswith("a:")
    assert (one.line, one.column, one.end_column) == (2, 1, 2)


def test_bytes_that_are_no_text_are_named_at_the_first_of_them():
    document, (one,) = document_of("a.yaml", "a: é\nb: ".encode() + b"\xff\n")
    assert document.root is None
    assert (one.line, one.column, one.code) == (2, 4, "RP001")


def test_the_fingerprint_is_of_the_bytes_and_not_of_the_text():
    plain, marked = document_of("a", b"a: b\n")[0], document_of("a", b"\xef\xbb\xbfa: b\n")[0]
    assert plain.text == marked.text
    assert plain.fingerprint != marked.fingerprint
    assert plain.fingerprint == document_of("other", b"a: b\n")[0].fingerprint


def test_an_unfinished_merge_has_no_tree():
    document, (one,) = document_of("a", b"<<<<<<< x\na: b\n=======\na: c\n>>>>>>> y\n")
    assert document.root is None
    assert (one.code, one.line) == ("RP003", 1)


def test_a_place_beyond_the_text_is_its_end():
    document = Document("a", "ab\n", b"ab\n", None)
    one = document.at(99, "RP000", "x", "m")
    assert (one.line, one.column, one.end_line, one.end_column) == (2, 1, 2, 1)


def test_a_node_is_named_from_its_first_to_behind_its_last_character():
    document, _ = document_of("a", b"a: {b: [c, d]}\n")
    one = document.at(document.value_at(("a", "b")), "RP000", "x", "m", item="a.b")
    assert (one.column, one.end_column, one.item, one.severity) == (8, 14, "a.b", "error")
    assert document.key_at(("a", "b")).start == 4


def test_very_many_diagnostics_are_cut_with_a_word_for_the_rest():
    document = Document("a", "x", b"x", None)
    one = document.at(0, "RP000", "x", "m")
    assert document.at_most([one] * MAX_DIAGNOSTICS) == [one] * MAX_DIAGNOSTICS
    cut = document.at_most([one] * (MAX_DIAGNOSTICS + 5))
    assert len(cut) == MAX_DIAGNOSTICS + 1
    assert cut[-1].code == "RP009"


def test_what_follows_the_limit_is_not_even_made():
    document = Document("a", "x", b"x", None)

    def endless():
        while True:
            yield document.at(0, "RP000", "x", "m")

    assert document.at_most(endless())[-1].name == "more-errors"
