"""PDFs made by hand: pages of lines, bookmarks, pictures, a lock."""

import hashlib
from collections.abc import Sequence

PICTURE = "q 100 0 0 100 72 500 cm 0 0 1 1 re f Q"
"""Something drawn, and no text."""
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
IDENTITY = bytes(range(16))


def pdf(
    pages: Sequence[Sequence[str] | str],
    *,
    bookmarks: Sequence[tuple[int, str]] = (),
    title: str = "",
    password: str = "",
) -> bytes:
    """A PDF; a page is its lines, or drawing orders; `bookmarks` are pages from 1 with titles."""
    objects = _objects(pages, bookmarks, title)
    extra = ""
    if password:
        key, entry = _lock(password)
        objects.append(entry)
        objects = [
            one if at == len(objects) else _locked(one, at, key)
            for at, one in enumerate(objects, start=1)
        ]
        extra = f"/Encrypt {len(objects)} 0 R /ID [<{IDENTITY.hex()}> <{IDENTITY.hex()}>]"
    return _written(objects, extra)


def text(lines: Sequence[str]) -> str:
    """The drawing orders for these lines, one below the other."""
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    return f"BT /F1 11 Tf 14 TL 60 780 Td\n{shown}ET"


def _objects(
    pages: Sequence[Sequence[str] | str], bookmarks: Sequence[tuple[int, str]], title: str
) -> list[bytes]:
    first = 4
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    outlines = first + 2 * len(pages)
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {f'/Outlines {outlines} 0 R' if bookmarks else ''} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, page in enumerate(pages):
        drawn = page if isinstance(page, str) else text(page)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            " /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {first + 2 * at + 1} 0 R >>"
        )
        size = len(drawn.encode("cp1252"))
        objects.append(f"<< /Length {size} >>\nstream\n{drawn}\nendstream")
    if bookmarks:
        objects.extend(_bookmarks(bookmarks, at=outlines, first_page=first))
    objects.append(f"<< /Title ({_escaped(title)}) >>")
    return [one.encode("cp1252") for one in objects]


def _bookmarks(bookmarks: Sequence[tuple[int, str]], *, at: int, first_page: int) -> list[str]:
    last = at + len(bookmarks)
    found = [f"<< /Type /Outlines /First {at + 1} 0 R /Last {last} 0 R /Count {len(bookmarks)} >>"]
    for place, (page, words) in enumerate(bookmarks, start=1):
        before = f"/Prev {at + place - 1} 0 R" if place > 1 else ""
        after = f"/Next {at + place + 1} 0 R" if place < len(bookmarks) else ""
        target = first_page + 2 * (page - 1)
        found.append(
            f"<< /Title ({_escaped(words)}) /Parent {at} 0 R {before} {after}"
            f" /Dest [{target} 0 R /XYZ 0 842 0] >>"
        )
    return found


def _written(objects: Sequence[bytes], extra: str) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    places: list[int] = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    info = len(objects) - bool(extra)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {info} 0 R {extra} >>\n".encode()
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _lock(password: str) -> tuple[bytes, bytes]:
    """The key and the entry of the oldest kind of lock (40 bits)."""
    padded = (password.encode() + PADDING)[:32]
    owner = rc4(hashlib.md5(padded).digest()[:5], padded)
    rights = (-4 & 0xFFFFFFFF).to_bytes(4, "little")
    key = hashlib.md5(padded + owner + rights + IDENTITY).digest()[:5]
    user = rc4(key, PADDING)
    entry = f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P -4 >>"
    return key, entry.encode()


def _locked(one: bytes, number: int, key: bytes) -> bytes:
    if b"stream\n" not in one:
        return one
    head, _mark, rest = one.partition(b"stream\n")
    body, _mark, tail = rest.rpartition(b"\nendstream")
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
    return head + b"stream\n" + rc4(own, body) + b"\nendstream" + tail


def rc4(key: bytes, words: bytes) -> bytes:
    """The cipher of that lock."""
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for sign in words:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(sign ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
