"""One mail, line by line, before anything parses it: what would choke a parser is taken out.

Long base64 goes aside, heads and text have limits, parts have a greatest depth and number. What is
left (at most some 7 megabytes) is a small mail of the same shape.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass, field

from samspil.core.mail_faults import Fault, Flaw

KB, MB = 1024, 1024**2
CHUNK = 64 * KB
LONG_HEAD = 128 * KB
LONG_FIELD = 16 * KB
MOST_TEXT = 5 * MB
MOST_DEPTH = 40
MOST_PARTS = 500
MOST_FIELDS = 60
"""In the head of one part."""
LIFT_FROM = 128 * KB
"""Shorter base64 stays where it is."""
MOST_LIFTED = 60 * MB
"""In one mail; what comes after is left out."""
KEPT = frozenset(
    b"from sender reply-to subject date message-id in-reply-to references auto-submitted precedence"
    b" list-id list-unsubscribe list-post x-autoreply x-autorespond x-auto-reply x-autoresponder"
    b" return-path received mime-version x-gmail-labels content-length".split()
)
"""What is needed of a mail's own head, besides everything about its content."""
ONCE = frozenset({b"received", b"return-path"})
NAME = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
BOUNDARY = re.compile(rb"boundary\s*=\s*(?:\"([^\"]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
BASE64 = re.compile(rb"[A-Za-z0-9+/=]+[ \t]*\r?\n?")
OPAQUE = re.compile(rb"(?<=:)(\s*)message/[\w.-]+", re.IGNORECASE)
MULTIPART = re.compile(rb"(?<=:)(\s*)multipart/[\w.-]+", re.IGNORECASE)
INNER = b"application/x-samspil-mail"
DEEP = b"application/x-samspil-deep"
_NONCE = secrets.token_hex(8).encode()
TOKEN = re.compile(rb"samspil-lifted-" + _NONCE + rb"-(\d+)")


@dataclass(slots=True, kw_only=True)
class Slim:
    """A mail made small. `lifted` is base64 that was taken out; None where it was too long.

    `number` counts from 1, `offset` is its first byte in the file, `digest` follows from its body.
    """

    number: int
    offset: int
    content: bytes
    lifted: list[bytes | None]
    flaws: list[Flaw]
    digest: str

    def whole(self, content: bytes) -> bytes | None:
        """The content with everything that was taken out of it; None where that was too long."""
        places = [int(found) for found in TOKEN.findall(content)]
        if any(self.lifted[place] is None for place in places):
            return None
        return TOKEN.sub(lambda found: self.lifted[int(found[1])] or b"", content)


@dataclass(slots=True, kw_only=True)
class Slimmer:
    """Takes a mail's lines; a line longer than 64 KB comes in pieces."""

    number: int
    offset: int
    most_file: int
    _out: list[bytes] = field(default_factory=list)
    _lifted: list[bytes | None] = field(default_factory=list)
    _flaws: dict[Fault, Flaw] = field(default_factory=dict)
    _stack: list[bytes] = field(default_factory=list)
    _field: list[bytes] = field(default_factory=list)
    _run: list[bytes] = field(default_factory=list)
    _seen: dict[bytes, int] = field(default_factory=dict)
    _digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    _in_head: bool = True
    _top: bool = True
    _whole_line: bool = True
    _base64: bool = False
    _binary: bool = False
    _run_size: int = 0
    _head_size: int = 0
    _field_size: int = 0
    _text_size: int = 0
    _lifted_size: int = 0
    _parts: int = 0
    body_at: int = -1
    length: int = -1

    def feed(self, line: bytes, *, offset: int = -1) -> None:
        """The next line, or piece of one."""
        starts, self._whole_line = self._whole_line, line.endswith(b"\n")
        if self._in_head:
            self._head(line, starts=starts, offset=offset)
        elif self._parts <= MOST_PARTS:
            self._body(line, starts=starts)

    def done(self) -> Slim:
        """The mail as far as it came."""
        if self._in_head:
            self._end_field()
            self._out.append(b"\n")
        self._end_run()
        return Slim(
            number=self.number,
            offset=self.offset,
            content=b"".join(self._out),
            lifted=self._lifted,
            flaws=list(self._flaws.values()),
            digest=self._digest.hexdigest()[:32],
        )

    def _note(self, fault: Fault) -> None:
        self._flaws.setdefault(fault, Flaw(fault=fault))

    # --- heads

    def _head(self, line: bytes, *, starts: bool, offset: int) -> None:
        self._head_size += len(line)
        if self._top and self._head_size > LONG_HEAD:
            self._note(Fault.LONG_HEAD)
        if starts and not line.strip(b"\r\n"):
            self._end_head(offset + len(line))
        elif not starts or line[:1] in b" \t":
            self._more_of_field(line)
        elif NAME.match(line):
            self._end_field()
            self._field, self._field_size = [line], len(line)
        elif not line.startswith((b">From ", b"From ")):
            self._end_head(offset)
            self._body(line, starts=True)

    def _more_of_field(self, line: bytes) -> None:
        self._field_size += len(line)
        if self._field and self._field_size <= LONG_FIELD:
            self._field.append(line)

    def _end_field(self) -> None:
        whole, self._field = b"".join(self._field)[:LONG_FIELD], []
        named = NAME.match(whole)
        if not named:
            return
        name = named[1].lower()
        self._seen[name] = self._seen.get(name, 0) + 1
        if not self._wanted(name):
            return
        if not whole.endswith(b"\n"):
            whole += b"\n"
        if name == b"content-type":
            whole = self._content_type(whole)
        elif name == b"content-transfer-encoding":
            said = whole.partition(b":")[2].strip().lower()
            self._base64, self._binary = said == b"base64", said == b"binary"
        elif name == b"content-length" and self._top:
            digits = whole.partition(b":")[2].strip()
            self.length = int(digits) if digits.isdigit() and len(digits) < 12 else -1
        self._out.append(whole.replace(b"\0", b""))

    def _wanted(self, name: bytes) -> bool:
        if self._top and name not in KEPT and not name.startswith(b"content-"):
            return False
        times = self._seen[name]
        return times == 1 if name in ONCE else times <= 2 and len(self._seen) <= 10 * MOST_FIELDS

    def _content_type(self, whole: bytes) -> bytes:
        if OPAQUE.search(whole[:200]):
            return OPAQUE.sub(rb"\1" + INNER, whole, count=1)
        boundary = BOUNDARY.search(whole)
        if not boundary or not MULTIPART.search(whole[:200]):
            return whole
        if len(self._stack) >= MOST_DEPTH:
            self._note(Fault.TOO_DEEP)
            return b"Content-Type: " + DEEP + b"\n"
        self._stack.append((boundary[1] or boundary[2]).rstrip())
        return whole

    def _end_head(self, body_at: int) -> None:
        self._end_field()
        self._out.append(b"\n")
        if self._top:
            self.body_at = body_at
        self._in_head = self._top = False

    # --- bodies

    def _body(self, line: bytes, *, starts: bool) -> None:
        if starts and line.startswith(b"--") and self._stack and self._is_boundary(line):
            return
        if line.strip():
            self._digest.update(line.rstrip(b"\r\n"))
        if self._base64 and BASE64.fullmatch(line):
            self._into_run(line)
            return
        self._end_run()
        if b"\0" in line and not self._binary:
            self._note(Fault.ZEROS)
            line = line.replace(b"\0", b"")
        self._keep(line)

    def _keep(self, line: bytes) -> None:
        self._text_size += len(line)
        if self._text_size <= MOST_TEXT:
            self._out.append(line)
        else:
            self._note(Fault.TOO_LONG)

    def _is_boundary(self, line: bytes) -> bool:
        said = line[2:].rstrip()
        for depth in range(len(self._stack) - 1, -1, -1):
            boundary = self._stack[depth]
            if said == boundary:
                self._begin_part(depth + 1, line)
                return True
            if said == boundary + b"--":
                self._close(depth, line)
                return True
        return False

    def _begin_part(self, depth: int, line: bytes) -> None:
        self._end_run()
        del self._stack[depth:]
        self._parts += 1
        if self._parts > MOST_PARTS:
            self._note(Fault.MANY_PARTS)
            self._out.extend(b"\n--" + one + b"--\n" for one in reversed(self._stack))
            return
        self._out.append(line)
        self._in_head, self._base64, self._binary = True, False, False
        self._seen.clear()

    def _close(self, depth: int, line: bytes) -> None:
        self._end_run()
        del self._stack[depth:]
        self._out.append(line)
        self._base64 = self._binary = False

    # --- long base64

    def _into_run(self, line: bytes) -> None:
        self._run_size += len(line)
        room = min(self.most_file * 3 // 2, MOST_LIFTED - self._lifted_size)
        if self._run_size <= max(room, LIFT_FROM):
            self._run.append(line)
        else:
            self._run.clear()  # too long to keep: only its end is waited for

    def _end_run(self) -> None:
        if self._run_size <= LIFT_FROM:
            for line in self._run:
                self._keep(line)
        else:
            self._out.append(b"samspil-lifted-" + _NONCE + b"-%d\n" % len(self._lifted))
            kept = b"".join(self._run)
            self._lifted.append(kept if len(kept) == self._run_size else None)
            self._lifted_size += len(kept)
        self._run, self._run_size = [], 0
