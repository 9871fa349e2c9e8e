"""A mail server of a test's own: a real socket that speaks the few commands that are needed.

It would do harm if asked to: what must not happen is seen in `asked` and in its mails' flags.
"""

import base64
import datetime
import ipaddress
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

WORD = re.compile(rb'"((?:[^"\\]|\\.)*)"|(\S+)')


@dataclass(slots=True, kw_only=True)
class TestServer:
    """Folders of mails by their numbers, and every line that was asked."""

    __test__ = False
    port: int
    password: str = "secret"
    validity: int = 7
    folders: dict[str, dict[int, bytes]] = field(default_factory=lambda: {"INBOX": {}})
    seen: set[int] = field(default_factory=set)
    asked: list[bytes] = field(default_factory=list)
    lies: bool = False
    """Says that a mail has no more bytes than one, whatever it sends."""

    def put(self, number: int, subject: str, words: str, folder: str = "INBOX") -> None:
        mail = (
            f"From: ida@example.com\r\nSubject: {subject}\r\nDate: Mon, 02 Mar 2026 09:00:00 +0100"
            f"\r\nMessage-ID: <{number}@example.com>\r\nContent-Type: text/plain; charset=utf-8"
            f"\r\n\r\n{words}\r\n"
        )
        self.folders.setdefault(folder, {})[number] = mail.encode()


@contextmanager
def served(certificate: Path | None = None) -> Iterator[TestServer]:
    """A server as long as the block runs; encrypted where there is a certificate."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = TestServer(port=listening.getsockname()[1])
        context = None
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
        thread = threading.Thread(target=_accept, args=(listening, server, context), daemon=True)
        thread.start()
        yield server
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)


def certified(folder: Path) -> Path:
    """A file with a key and a certificate for this machine, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


def _accept(listening: socket.socket, server: TestServer, context: ssl.SSLContext | None) -> None:
    with suppress(OSError):
        while True:
            connection, _ = listening.accept()
            threading.Thread(target=_talk, args=(connection, server, context), daemon=True).start()


def _talk(connection: socket.socket, server: TestServer, context: ssl.SSLContext | None) -> None:
    with suppress(OSError, ValueError, IndexError), connection:
        one = context.wrap_socket(connection, server_side=True) if context else connection
        talk = _Talk(server)
        one.sendall(b"* OK ready\r\n")
        for line in one.makefile("rb"):
            one.sendall(talk.answer(line.strip()))


class _Talk:
    """One client's talk with the server."""

    def __init__(self, server: TestServer) -> None:
        self._server = server
        self._mails: dict[int, bytes] = {}
        self._waiting = b""

    def answer(self, line: bytes) -> bytes:
        self._server.asked.append(line)
        if self._waiting:
            return self._authenticated(line)
        tag, _, rest = line.partition(b" ")
        words = [
            (quoted or bare).replace(b'\\"', b'"').replace(b"\\\\", b"\\")
            for quoted, bare in WORD.findall(rest)
        ]
        name = words[0].upper().decode()
        if name == "AUTHENTICATE":
            self._waiting = tag
            return b"+ \r\n"
        answer = getattr(self, f"_{name.lower()}", None)
        body: bytes | None = answer(words[1:]) if answer else None
        if body is None:
            return tag + b" NO refused\r\n"
        return body + tag + b" OK done\r\n"

    def _authenticated(self, line: bytes) -> bytes:
        tag, self._waiting = self._waiting, b""
        said = base64.b64decode(line).split(b"\0")
        right = said == [b"", b"ida@example.com", self._server.password.encode()]
        return tag + (b" OK done\r\n" if right else b" NO refused\r\n")

    def _capability(self, _words: list[bytes]) -> bytes:
        return b"* CAPABILITY IMAP4rev1\r\n"

    def _login(self, words: list[bytes]) -> bytes | None:
        right = words == [b"ida@example.com", self._server.password.encode()]
        return b"" if right else None

    def _logout(self, _words: list[bytes]) -> bytes:
        return b"* BYE\r\n"

    def _examine(self, words: list[bytes]) -> bytes | None:
        found = self._server.folders.get(words[0].decode())
        if found is None:
            return None
        self._mails = found
        said = f"* {len(found)} EXISTS\r\n* OK [UIDVALIDITY {self._server.validity}] valid\r\n"
        return said.encode()

    _select = _examine

    def _uid(self, words: list[bytes]) -> bytes:
        if words[0].upper() == b"SEARCH":
            numbers = " ".join(map(str, sorted(self._mails)))
            return f"* SEARCH {numbers}\r\n".encode()
        number = int(words[1])
        mail = self._mails.get(number)
        if mail is None:
            return b""
        what = b" ".join(words[2:]).upper()
        if b"SIZE" in what:
            size = 1 if self._server.lies else len(mail)
            return f"* 1 FETCH (UID {number} RFC822.SIZE {size})\r\n".encode()
        if b"PEEK" not in what:
            self._server.seen.add(number)
        head = f"* 1 FETCH (UID {number} BODY[] {{{len(mail)}}}\r\n".encode()
        return head + mail + b")\r\n"
