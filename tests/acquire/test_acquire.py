"""Sources -> pages: what arrives, in which order, and that nothing bad costs more than itself."""

from __future__ import annotations

import gzip
import io
import json
import os
import zlib
from pathlib import Path

import pytest

from dragoman.acquire import MAX_CHARS, acquire, sources
from dragoman.errors import InputError
from dragoman.model import Page

STORY = "Oslo, 7 March 2024. The ministers spoke by telephone.\r\nThey talked about the sea.\r\n"


def texts(*inputs: Path | str, stdin: bytes | None = None) -> list[str]:
    """What comes out, in order: `uri=text` of a page, `!where: reason` of an error."""
    found = acquire([str(i) for i in inputs], io.BytesIO(stdin) if stdin is not None else None)
    return [f"{x.uri}={x.text}" if isinstance(x, Page) else f"!{x.where}: {x.reason}" for x in found]


def only(path: Path | str) -> Page:
    (found,) = acquire([str(path)])
    assert isinstance(found, Page), found
    return found


def refused(path: Path | str) -> str:
    (found,) = acquire([str(path)])
    assert isinstance(found, InputError), found
    assert "\n" not in str(found)
    return found.reason


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (STORY.encode(), STORY),
        (b"\xef\xbb\xbf" + STORY.encode(), STORY),
        (STORY.encode("utf-16"), STORY),
        (STORY.encode("utf-16-le"), STORY),
        (STORY.encode("utf-16-be"), STORY),
        ("Встреча в Москве, сегодня\r\n".encode("utf-16-le"), "Встреча в Москве, сегодня\r\n"),
        ("Café talks in Málaga – “fine”".encode("cp1252"), "Café talks in Málaga – “fine”"),
        ("Señor Núñez habló".encode("latin-1"), "Señor Núñez habló"),
        (("Встреча " * 10 + "д").encode()[:-1], "Встреча " * 10 + "\ufffd"),
        (b"  odd   spaces \t kept \n\n\n", "  odd   spaces \t kept \n\n\n"),
        (gzip.compress(STORY.encode()), STORY),
    ],
)
def test_text_is_the_decoded_file(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    page = only(path)
    assert page.text == text
    assert (page.uri, page.media_type, page.url) == (str(path), "text/plain", None)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (" \r\n\t\u200b\n".encode(), "nothing but white space"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "image"),
        (b"%PDF-1.4\n1 0 obj", "PDF"),
        (b"Hello\0 world, a stray NUL in a page of plain text", "NUL"),
        (b"\x01\x02\x03\x04 full of control characters", "control"),
        ("Встреча в Москве".encode("cp1251"), "encoding"),
        (b"x" * 20_000_000, "larger than"),
        (b"x" * (MAX_CHARS + 1), "characters"),
        (gzip.compress(os.urandom(9000).hex().encode())[:2000], "truncated gzip"),
        (b"\x1f\x8b\xff" + b"\xff" * 50, "damaged gzip"),
    ],
)
def test_what_is_no_page_is_refused_in_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    assert reason in refused(path)


def test_missing_and_unreadable_files_cost_only_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = tmp_path / "good.txt"
    good.write_text("fine")
    locked = tmp_path / "locked.txt"
    locked.write_text("secret")

    def refuse(path: str, mode: str) -> io.BufferedReader:
        if path == str(locked):
            raise PermissionError(13, "Permission denied", path)
        return open(path, mode)

    monkeypatch.setattr(sources, "open", refuse, raising=False)
    assert texts(tmp_path / "none.txt", good, locked, good) == [
        f"!{tmp_path}/none.txt: no such file or directory",
        f"{good}=fine",
        f"!{locked}: permission denied",
        f"{good}=fine",
    ]


def test_directories_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", ".hidden", ".git/config"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "in" / "gone.txt").symlink_to("nowhere")
    (tmp_path / "in" / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "in" / "up").symlink_to("..")
    os.mkfifo(tmp_path / "in" / "pipe")
    base = tmp_path / "in"
    assert texts(base) == [
        f"{base}/a.txt=a.txt",
        f"{base}/b.txt=b.txt",
        f"{base}/c/d.txt=c/d.txt",
        f"!{base}/gone.txt: no such file or directory",
        f"!{base}/loop.txt: Too many levels of symbolic links",
    ]


def test_a_directory_without_files_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("x")
    assert "directory without readable files" in refused(tmp_path)


def test_a_name_that_is_not_utf8_can_be_written(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text("text")
    assert only(path).uri.encode().endswith("/caf\ufffd.txt".encode())


def test_standard_input_in_every_format() -> None:
    assert texts("-", stdin=b"plain") == ["-=plain"]
    assert texts("-", stdin=gzip.compress(b"packed")) == ["-=packed"]
    assert texts("-", stdin=b'{"text": "one"}\n\n{"id": "b", "text": "two"}\n') == ["-#1=one", "b=two"]
    assert texts("-", stdin=b"") == ["!-: empty"]


def test_pages_come_one_at_a_time(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.write(write, b'{"id": "first", "text": "hello"}\n')
    with open(read, "rb", buffering=0) as stdin:
        found = next(acquire(["-"], stdin))  # type: ignore[arg-type]
        assert isinstance(found, Page)
        assert found.uri == "first"
        os.close(write)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b'{"text": "json by content"}', "json by content"),
        ("a.txt", b"<!DOCTYPE html><html><body><p>The ministers met in Oslo.</p></body></html>", "The ministers met in Oslo."),
        ("a.html", b"<p>The ministers met in Oslo by the suffix.</p>", "The ministers met in Oslo by the suffix."),
        ("a.jsonl", b"\xef\xbb\xbf" + b'{"text": "marked"}', "marked"),
        ("a.txt", b"{not json} but text", "{not json} but text"),
        ("noname", b"plain text", "plain text"),
        ("a.jsonl.gz", gzip.compress(b'{"text": "packed"}\n'), "packed"),
    ],
)  # fmt: skip
def test_format_by_content_then_by_suffix(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert only(tmp_path / name).text.strip() == kind


def test_gzip_bombs_end_quickly(tmp_path: Path) -> None:
    for name, chunk in (("spaces.jsonl.gz", b" "), ("lines.jsonl.gz", b"\n"), ("text.txt.gz", b"a")):
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        with open(tmp_path / name, "wb") as out:
            for _ in range(400):
                out.write(packer.compress(chunk * 2**20))
            out.write(packer.flush())
        assert refused(tmp_path / name)


def test_every_json_line_is_on_its_own(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"p{n}", "text": f"page {n}"}) for n in range(1, 10)]
    lines[6] = '{"id": "p7", "text": "broken'
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(lines))
    found = texts(path)
    assert [f for f in found if not f.startswith("!")] == [f"p{n}=page {n}" for n in range(1, 10) if n != 7]
    assert found[6].startswith(f"!{path}#7: broken JSON")
