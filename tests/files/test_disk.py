import os
from pathlib import Path

import pytest

from relplan.errors import Refused, WrongUse
from relplan.files import disk
from relplan.files.disk import MAX_BYTES, Unreadable, decode, find_root, names_in, read_bytes


@pytest.fixture
def book(tmp_path):
    root = tmp_path / "book"
    (root / "clients").mkdir(parents=True)
    return root


def why_not(path, root):
    with pytest.raises(Unreadable) as caught:
        read_bytes(path, root)
    assert caught.value.place is None
    return str(caught.value)


@pytest.mark.parametrize("raw", [b"", b"a", b"\r\n\x00\xff", b"x" * MAX_BYTES])
def test_a_regular_file_is_read_byte_for_byte(book, raw):
    path = book / "clients" / "a.yaml"
    path.write_bytes(raw)
    assert read_bytes(path, book) == raw


def test_a_link_inside_the_book_is_read(book):
    (book / "a.yaml").write_text("a")
    (book / "clients" / "b.yaml").symlink_to("../a.yaml")
    assert read_bytes(book / "clients" / "b.yaml", book) == b"a"


def test_a_fifo_is_named_at_once(book):
    os.mkfifo(book / "clients" / "a.yaml")
    said = "this is not a regular file; only plain text files belong here"
    assert why_not(book / "clients" / "a.yaml", book) == said


def test_a_folder_is_named(book):
    assert why_not(book / "clients", book) == "a folder with a file's name; rename it"


def test_a_dangling_link_is_named(book):
    (book / "a.yaml").symlink_to("nowhere.yaml")
    said = "a link to a file that does not exist; mend or remove it"
    assert why_not(book / "a.yaml", book) == said


@pytest.mark.parametrize("target", ["a.yaml", "b.yaml"])
def test_a_link_that_leads_back_to_itself_is_named(book, target):
    (book / "a.yaml").symlink_to(target)
    if target == "b.yaml":
        (book / "b.yaml").symlink_to("a.yaml")
    assert why_not(book / "a.yaml", book) == "a link that leads back to itself; remove it"


@pytest.mark.parametrize("target", ["../secret", "/dev/zero", "/dev/null", "/etc", "../book-2/x"])
def test_a_link_out_of_the_book_is_never_opened(book, monkeypatch, target):
    (book.parent / "secret").write_text("secret")
    (book.parent / "book-2").mkdir()
    (book.parent / "book-2" / "x").write_text("a name that begins as the book's does")
    (book / "a.yaml").symlink_to(target)
    monkeypatch.setattr(os, "open", None)
    said = "this leads out of the book; copy the file here, or remove the link"
    assert why_not(book / "a.yaml", book) == said


def test_a_file_below_a_linked_folder_outside_is_never_opened(book, monkeypatch):
    (book.parent / "else").mkdir()
    (book.parent / "else" / "a.yaml").write_text("secret")
    (book / "touches").symlink_to("../else")
    monkeypatch.setattr(os, "open", None)
    assert why_not(book / "touches" / "a.yaml", book).startswith("this leads out of the book")


def test_a_file_that_is_too_big_is_not_read(book, monkeypatch):
    with (book / "a.yaml").open("wb") as file:
        file.truncate(10 * 1024**3)
    monkeypatch.setattr(os, "read", None)
    said = "10,737,418,240 bytes; a plan has at most 1,048,576: split it"
    assert why_not(book / "a.yaml", book) == said


def test_one_byte_too_many_is_too_big(book):
    (book / "a.yaml").write_bytes(b"x" * (MAX_BYTES + 1))
    assert why_not(book / "a.yaml", book).startswith("1,048,577 bytes")


def test_a_file_that_grows_while_it_is_read_is_left(book, monkeypatch):
    (book / "a.yaml").write_text("a")
    monkeypatch.setattr(os, "read", lambda _, size: b"x" * size)
    assert why_not(book / "a.yaml", book) == "more than 1,048,576 bytes; split it"


@pytest.mark.parametrize("step", ["open", "read"])
def test_a_fault_of_the_disk_is_said_in_a_line(book, monkeypatch, step):
    (book / "a.yaml").write_text("a")

    def fail(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, step, fail)
    assert why_not(book / "a.yaml", book) == "this file cannot be read (Input/output error)"


def test_a_file_without_permission_says_so(book, monkeypatch):
    (book / "a.yaml").write_text("a")

    def fail(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", fail)
    assert why_not(book / "a.yaml", book).startswith("this file may not be read")


def open_handles():
    listed = Path("/proc/self/fd")
    if not listed.is_dir():
        pytest.skip("this system does not list open handles in /proc")
    return len(list(listed.iterdir()))


def test_no_handle_is_left_open(book):
    (book / "a.yaml").write_bytes(b"x" * (MAX_BYTES + 1))
    os.mkfifo(book / "b.yaml")
    before = open_handles()
    for name in ("a.yaml", "b.yaml"):
        why_not(book / name, book)
    assert open_handles() == before


@pytest.mark.parametrize(
    ("raw", "text", "marked"),
    [
        (b"", "", False),
        ("ä渡👩".encode(), "ä渡👩", False),
        (b"\xef\xbb\xbfa", "a", True),
        (b"\xef\xbb\xbf", "", True),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa", True),
    ],
)
def test_utf_8_is_decoded_with_or_without_its_mark(raw, text, marked):
    assert decode(raw) == (text, marked)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    with pytest.raises(Unreadable, match=r"^saved as UTF-16; save it as UTF-8$") as caught:
        decode(mark + "client: A\n".encode(encoding))
    assert caught.value.place == 0


@pytest.mark.parametrize(
    ("raw", "byte", "letter", "place"),
    [
        ("café".encode("cp1252"), "0xe9", "é", 3),
        (b"\xef\xbb\xbfab\xff", "0xff", "ÿ", 5),
        (b"a\xc3", "0xc3", "Ã", 1),
        (b"\xed\xa0\x80", "0xed", "í", 0),
        (b"\xc0\xaf", "0xc0", "À", 0),
        (b"\x80", "0x80", "€", 0),
    ],
)
def test_a_byte_that_is_not_utf_8_is_named_with_its_place(raw, byte, letter, place):
    with pytest.raises(Unreadable) as caught:
        decode(raw)
    assert str(caught.value) == (
        f"the byte {byte} is not UTF-8 (perhaps {letter}, saved the old Windows way);"
        " save the file with the encoding UTF-8"
    )
    assert caught.value.place == place


def test_the_names_of_yaml_files_are_sorted_and_hidden_ones_left_out(book):
    for name in (
        "b.yaml",
        "a.yml",
        "A.yaml",
        ".hidden.yaml",
        "notes.md",
        "a.yaml~",
        ".a.yaml.1.new",
    ):
        (book / "clients" / name).write_text("")
    assert names_in(book / "clients") == ["A.yaml", "a.yml", "b.yaml"]


def test_where_no_folder_is_there_are_no_names(book):
    (book / "file").write_text("")
    assert names_in(book / "nowhere") == []
    assert names_in(book / "file") == []


def test_a_folder_that_links_to_itself_or_may_not_be_read_says_so(book, monkeypatch):
    (book / "touches").symlink_to("touches")
    with pytest.raises(Unreadable, match="back to itself"):
        names_in(book / "touches")

    def fail(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", fail)
    with pytest.raises(Unreadable, match="may not be read"):
        names_in(book / "clients")


def test_the_limit_is_a_mebibyte():
    assert disk.MAX_BYTES == 2**20


def test_the_root_is_found_from_below_and_through_a_link(book, monkeypatch, tmp_path_factory):
    (book / "relplan.yaml").touch()
    root = book.resolve()
    assert find_root(book / "clients") == root
    monkeypatch.chdir(book / "clients")
    assert find_root() == root
    link = tmp_path_factory.mktemp("links") / "book"
    link.symlink_to(book)
    assert find_root(link) == root


def test_settings_that_are_a_dangling_link_still_mark_the_root(book):
    (book / "relplan.yaml").symlink_to("nowhere")
    assert find_root(book) == book.resolve()


def test_where_no_book_is_it_says_how_to_get_one(tmp_path):
    with pytest.raises(WrongUse) as caught:
        find_root(tmp_path / "nowhere")
    assert str(caught.value) == (
        f"no relplan.yaml in {tmp_path / 'nowhere'} or above it; change into a book, name one with"
        " --book, or start one with: relplan init"
    )


@pytest.mark.parametrize(
    "line", ["format: 2", 'format: "2"  # from a newer one', "format: " + "9" * 60]
)
def test_a_book_of_a_newer_format_is_refused_before_anything_is_read(tmp_path, line):
    (tmp_path / "relplan.yaml").write_text(f"firm: F\n{line}\nsomething: new\n")
    with pytest.raises(Refused) as caught:
        find_root(tmp_path)
    assert str(caught.value) == (
        f"relplan.yaml says format: {line.split()[1].strip(chr(34))[:20]}, and this relplan reads"
        " formats up to 1; install a newer relplan, nothing was read"
    )


@pytest.mark.parametrize(
    "text",
    ["firm: F\n", "format: 1\nfirm: F\n", "firm: F\nteam: {a: {format: 2}}\n", "format: x\n"],
)
def test_a_book_of_this_or_an_older_format_is_read(tmp_path, text):
    (tmp_path / "relplan.yaml").write_text(text)
    assert find_root(tmp_path) == tmp_path
