"""A folder of a mailbox, over IMAP: looked at, never marked, never changed."""

import contextlib
import email
import email.policy
import imaplib
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from imap_tools.errors import ImapToolsError, MailboxFolderSelectError, MailboxLoginError
from imap_tools.mailbox import BaseMailBox

from samspil.adapters.sources.dialling import Dialler, NoWayThere, PrivateAddress
from samspil.core.knowledge.sources import Got, ItemFailed, Listed, Mishap, SourceFailed

MB = 1024**2
PORT = 993
PLAIN_PORT = 143
PLAIN = "imap://"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
QUIET_S = 30.0
"""Seconds that a server may say nothing."""
MOST_S = 120.0
"""Seconds for one question to it, however it drips."""
MOST_MAILS = 20_000
ONCE = "once"
"""The mark of every mail: none ever changes."""
SIZE = re.compile(rb"RFC822\.SIZE (\d{1,15})")
BROKEN = (OSError, imaplib.IMAP4.error, ImapToolsError, ValueError, EOFError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where a mailbox lies and who opens it; `server` is host, host:port, or begins imap://, which
    means without encryption, for this very machine alone."""

    server: str
    login: str
    password: str = field(repr=False)

    @property
    def plain(self) -> bool:
        """Whether the connection is not encrypted."""
        return self.server.startswith(PLAIN)

    @property
    def host(self) -> str:
        """The server's name."""
        return self._parts()[0]

    @property
    def port(self) -> int:
        """Its port; 993 where none is said."""
        said = self._parts()[1]
        return int(said) if said else PLAIN_PORT if self.plain else PORT

    def _parts(self) -> tuple[str, str]:
        bare = self.server.removeprefix(PLAIN)
        host, _colon, port = bare.partition(":") if bare.count(":") == 1 else (bare, "", "")
        return host, port


def is_server(server: str) -> bool:
    """Whether this names a server, by name and perhaps port; plain ones only on this machine."""
    account = Account(server=server, login="", password="")
    try:
        sound = 0 < account.port < 65_536
    except ValueError:
        return False
    named = re.fullmatch(r"[A-Za-z0-9._:-]+", account.host) is not None
    return sound and named and (not account.plain or account.host.casefold() in LOOPBACK)


class _Client(imaplib.IMAP4):
    """Goes over a socket that we dialled, and takes no more in one piece than a mail may have."""

    def __init__(self, ready: Callable[[], socket.socket], *, most: int) -> None:
        self._ready, self._most = ready, most
        super().__init__("", 0, QUIET_S)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        return self._ready()

    def read(self, size: int) -> bytes:
        """Part of an answer; raises `IMAP4.abort` where it is larger than it may be."""
        if size > self._most:
            raise self.abort("larger than a mail may be")
        return super().read(size)


class _Box(BaseMailBox):
    def __init__(self, client: _Client) -> None:
        self._made = client
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        return self._made


@dataclass(slots=True, kw_only=True)
class Mailbox:
    """The mails of one folder, each a document of at most `most_bytes`. Close it after use."""

    account: Account
    folder: str
    dialler: Dialler
    most_bytes: int
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    _box: _Box | None = field(init=False, default=None)
    _socket: socket.socket | None = field(init=False, default=None)
    _validity: int = field(init=False, default=0)

    def listed(self) -> Iterator[Listed]:
        """Each mail by its number, which holds as long as the server says so."""
        with self._asking() as box:
            numbers = box.uids("ALL", charset=None)
        for number in numbers[:MOST_MAILS]:
            yield Listed(place=f"{self._validity}/{number}", mark=ONCE)
        if len(numbers) > MOST_MAILS:
            raise SourceFailed(Mishap.TOO_MANY, most=MOST_MAILS)

    def got(self, place: str, mark: str) -> Got:
        """The whole mail, without its being marked as seen."""
        validity, _slash, number = place.partition("/")
        with self._asking() as box:
            if validity != str(self._validity):
                raise ItemFailed(Mishap.NOT_THERE)
            self._check(self._fetched(box, number, "(RFC822.SIZE)")[0])
            content = self._fetched(box, number, "(BODY.PEEK[])")[1]
        if not content:
            raise ItemFailed(Mishap.NOT_THERE)
        return Got(name=_name_of(content, number), mark=ONCE, content=content)

    def close(self) -> None:
        """Say good-bye, if anybody still listens."""
        box, self._box = self._box, None
        if box is not None:
            with contextlib.suppress(*BROKEN):
                box.logout()
        if self._socket is not None:
            self._socket.close()

    def _check(self, said: bytes) -> None:
        size = SIZE.search(said)
        if size is None:
            raise ItemFailed(Mishap.NOT_THERE)
        if int(size[1]) > self.most_bytes:
            raise ItemFailed(Mishap.TOO_LARGE, most=self.most_bytes // MB)

    def _fetched(self, box: _Box, number: str, what: str) -> tuple[bytes, bytes]:
        """What the server says of a mail, and the mail itself where it was asked for."""
        _state, answer = box.client.uid("FETCH", number, what)
        said, content = b"", b""
        for one in answer or ():
            if isinstance(one, tuple):
                said, content = one[0], one[1]
            elif isinstance(one, bytes):
                said += one
        return said, content

    @contextlib.contextmanager
    def _asking(self) -> Iterator[_Box]:
        """The mailbox, for one question; raises `SourceFailed` where it cannot be had."""
        try:
            box = self._box or self._opened()
            with self._in_time():
                yield box
        except MailboxLoginError:
            raise SourceFailed(Mishap.NO_LOGIN) from None
        except MailboxFolderSelectError:
            raise SourceFailed(Mishap.NO_MAILBOX) from None
        except PrivateAddress:
            raise SourceFailed(Mishap.PRIVATE) from None
        except ssl.SSLCertVerificationError:
            raise SourceFailed(Mishap.NO_CERTIFICATE) from None
        except (NoWayThere, *BROKEN):
            raise SourceFailed(Mishap.NO_ANSWER) from None

    def _opened(self) -> _Box:
        if not is_server(self.account.server):
            raise SourceFailed(Mishap.PRIVATE)
        plain = self.dialler.dial(self.account.host, self.account.port)
        plain.settimeout(QUIET_S)
        self._socket = plain
        with self._in_time():
            self._box = box = _Box(_Client(self._ready, most=self.most_bytes + MB))
            login, password = self.account.login, self.account.password
            if not (login + password).isprintable():
                raise SourceFailed(Mishap.NO_LOGIN)  # a line break would be a command of its own
            enter = box.login if (login + password).isascii() else box.login_utf8
            enter(login, password, initial_folder=None)
            box.folder.set(self.folder, readonly=True)
            said = box.client.untagged_responses.get("UIDVALIDITY") or [b"0"]
            self._validity = int(said[-1]) if isinstance(said[-1], bytes) else 0
        return box

    def _ready(self) -> socket.socket:
        assert self._socket is not None
        if not self.account.plain:
            self._socket = self.tls.wrap_socket(self._socket, server_hostname=self.account.host)
        return self._socket

    @contextlib.contextmanager
    def _in_time(self) -> Iterator[None]:
        clock = threading.Timer(MOST_S, self._end)
        clock.start()
        try:
            yield
        finally:
            clock.cancel()

    def _end(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def _name_of(content: bytes, number: str) -> str:
    """The day it was sent and its number: what it is about may be personal, and is read later."""
    head = email.message_from_bytes(content[:MB], policy=email.policy.compat32)
    try:
        day = f"{parsedate_to_datetime(str(head['Date'])):%Y-%m-%d} "
    except (TypeError, ValueError, IndexError):
        day = ""
    return f"{day}{number}.eml"
