"""Mailboxes made from a seed, with broken mails planted among sound ones."""

import base64
from collections.abc import Callable
from pathlib import Path
from random import Random

ONE_IN = 20
"""One mail in so many is broken."""
BODIES = (
    "Hej\n\nHvornår kommer min varmepumpe? Ordren er {n}.\n\nMvh\nJens\n",
    "Guten Tag,\n\nwann kommt meine Wärmepumpe? Auftrag {n}.\n\nMit freundlichen Grüßen\nUte\n",
    (
        "Hello,\n\nwhen will my heat pump come? Order {n}.\n\nKind regards\nGrace\n\n"
        "On 1 Mar 2026, at 9:00, Nordlys <info@nordlys.example> wrote:\n> It is on its way.\n"
    ),
    "It works now, thank you.\n\nFrom Monday on we are away.\n>From then on call {n}.\n",
)
SHAPES = ("plain", "html", "alternative", "file")


def planted(*, mails: int, seed: int) -> set[int]:
    """The numbers, from 1, of the broken mails of a mailbox."""
    return {number for number in range(1, mails + 1) if _breaks(number, seed)}


def write_mailbox(path: Path, *, mails: int, seed: int, size: int = 0, largest: int = 0) -> None:
    """Write an mbox of so many mails and about `size` bytes; one sound mail has `largest` bytes.

    That one carries a file beyond every limit, which is to be named: it counts as planted.
    """
    chance = Random(seed)
    filling = max(0, size - largest) // mails
    with path.open("wb") as out:
        for number in range(1, mails + 1):
            kind = _breaks(number, seed)
            huge = largest if number == seed else 0
            out.write(b"From anne@x.example Mon Mar  2 10:00:00 2026\n")
            if kind:
                out.write(_broken(kind, number, huge=huge))
            else:
                out.write(_sound(number, chance, filling=filling))
            out.write(b"\n")


def _breaks(number: int, seed: int) -> str:
    """How a mail is broken; empty for a sound one."""
    if (number - seed) % ONE_IN:
        return ""
    return KINDS[(number - seed) // ONE_IN % len(KINDS)]


def _head(number: int, **more: str) -> bytes:
    named = {
        "Received": "from mx by x; Mon, 2 Mar 2026 10:00:01 +0100",
        "From": f"Kunde {number} <kunde{number}@x.example>",
        "To": "info@nordlys.example",
        "Subject": "=?utf-8?q?Foresp=C3=B8rgsel?= " + str(number),
        "Date": "Mon, 2 Mar 2026 10:00:00 +0100",
        "Message-ID": f"<{number}@bench.example>",
        "MIME-Version": "1.0",
    }
    named |= {name.replace("_", "-"): value for name, value in more.items()}
    return "".join(f"{name}: {value}\n" for name, value in named.items() if value).encode()


def _sound(number: int, chance: Random, *, filling: int) -> bytes:
    text = chance.choice(BODIES).format(n=number)
    shape = "file" if filling else SHAPES[number % len(SHAPES)]
    utf8 = "text/plain; charset=utf-8"
    if shape == "plain":
        head = _head(number, Content_Type=utf8, Content_Transfer_Encoding="8bit")
        return head + b"\n" + text.encode()
    html = f"<p>{text}</p>"
    if shape == "html":
        return _head(number, Content_Type="text/html; charset=utf-8") + b"\n" + html.encode()
    if shape == "alternative":
        parts = f"--b\nContent-Type: {utf8}\n\n{text}\n--b\nContent-Type: text/html\n\n{html}\n"
        kind = 'multipart/alternative; boundary="b"'
        return _head(number, Content_Type=kind) + f"\n{parts}--b--\n".encode()
    packed = _packed(b"%PDF-1.4\n" + chance.randbytes(max(2_000, filling * 3 // 4)))
    return _mixed(number, f"Content-Type: {utf8}\n\n{text}".encode(), _file("a.pdf", packed))


def _mixed(number: int, *parts: bytes, end: bytes = b"--b--\n") -> bytes:
    body = b"".join(b"--b\n" + part + b"\n" for part in parts)
    return _head(number, Content_Type='multipart/mixed; boundary="b"') + b"\n" + body + end


def _file(name: str, packed: bytes) -> bytes:
    return (
        "Content-Type: application/octet-stream\n"
        f'Content-Disposition: attachment; filename="{name}"'
        "\nContent-Transfer-Encoding: base64\n\n"
    ).encode() + packed


def _packed(content: bytes) -> bytes:
    return base64.encodebytes(content)


def _plain(number: int, body: bytes, **heads: str) -> bytes:
    return _head(number, **heads) + b"\n" + body


def _deep(number: int) -> bytes:
    levels = "".join(
        f'--d{depth}\nContent-Type: multipart/mixed; boundary="d{depth + 1}"\n\n'
        for depth in range(1_000)
    )
    body = f"--d0\nContent-Type: text/plain\n\nHello\n{levels}".encode()
    return _plain(number, body, Content_Type='multipart/mixed; boundary="d0"')


def _lost_from_line(number: int) -> bytes:
    return _plain(number, b"Hello\n\n" + _head(number + 10_000_000) + b"\nLost\n")


BREAKING: dict[str, Callable[[int], bytes]] = {
    "huge": lambda n: _mixed(n, b"\nHello", _file("huge.pdf.exe", _packed(b"MZ"))),
    "boundary": lambda n: _mixed(n, b"\nHello", end=b""),
    "no parts": lambda n: _plain(
        n, b"--c\n\nHello\n--c--\n", Content_Type='multipart/mixed; boundary="b"'
    ),
    "unknown charset": lambda n: _plain(n, b"Hello\n", Content_Type="text/plain; charset=x-no"),
    "wrong charset": lambda n: _plain(n, b"Hall\xf8\n", Content_Type="text/plain; charset=utf-8"),
    "lying encoding": lambda n: _plain(
        n, b"Hello, no base64 at all, you see!\n", Content_Transfer_Encoding="base64"
    ),
    "zeros": lambda n: _plain(n, b"Hel\0lo\n"),
    "no body": lambda n: _plain(n, b""),
    "long head": lambda n: _plain(n, b"Hello\n", X_Long="x" * 1_000_000),
    "deep": _deep,
    "cut base64": lambda n: _plain(
        n, b"SGVsbG8gd29ybGQgSGVsbG8\n", Content_Transfer_Encoding="base64"
    ),
    "recipients": lambda n: _plain(
        n, b"Hello\n", To=", ".join(f"someone{k}@example.com" for k in range(10_000))
    ),
    "same number": lambda n: _plain(n, f"Other {n}\n".encode(), Message_ID="<2@bench.example>"),
    "date": lambda n: _plain(n, b"Hello\n", Date="32 Foo 2026"),
    "encrypted": lambda n: _plain(
        n, b"--b\n\nx\n--b--\n", Content_Type='multipart/encrypted; boundary="b"'
    ),
    "lost from line": _lost_from_line,
    "program": lambda n: _mixed(n, b"\nHello", _file("bill.pdf.exe", _packed(b"MZ"))),
    "winmail": lambda n: _mixed(n, b"\nHello", _file("winmail.dat", _packed(b"x"))),
}
KINDS = tuple(BREAKING)


def _broken(kind: str, number: int, *, huge: int) -> bytes:
    if huge:
        return _mixed(number, b"\nHello", _file("huge.pdf", _packed(b"%PDF-1.4\n" + bytes(huge))))
    return BREAKING[kind](number)
