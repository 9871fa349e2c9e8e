"""The parts of a mail: the text a person would read, and the files."""

import re
from dataclasses import dataclass, field
from email.errors import (
    CloseBoundaryNotFoundDefect,
    MultipartInvariantViolationDefect,
    NoBoundaryInMultipartDefect,
    StartBoundaryNotFoundDefect,
)
from email.message import Message
from email.utils import collapse_rfc2231_value

from samspil.adapters.incoming_mail import slimming
from samspil.adapters.incoming_mail.heads import TROUBLE, header_text, media_type_of, words_of
from samspil.adapters.incoming_mail.html import text_of_html
from samspil.adapters.incoming_mail.slimming import Slim
from samspil.adapters.incoming_mail.texts import content_bytes, unflowed, words_in
from samspil.core.mail_faults import Fault, Flaw

Part = Message
BROKEN = (
    CloseBoundaryNotFoundDefect,
    MultipartInvariantViolationDefect,
    NoBoundaryInMultipartDefect,
    StartBoundaryNotFoundDefect,
)
ARMOUR = re.compile(
    r"-----BEGIN PGP MESSAGE-----(?:(?!-----BEGIN PGP).)*?(?:-----END PGP MESSAGE-----|\Z)",
    re.DOTALL,
)
SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Z][\w-]*:.*\n)*\n?", re.MULTILINE)
SEAL = re.compile(
    r"-----BEGIN PGP SIGNATURE-----(?:(?!-----BEGIN PGP).)*?(?:-----END PGP SIGNATURE-----|\Z)",
    re.DOTALL,
)
SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
     "application/pgp-keys"}
)  # fmt: skip
PACKED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
OUTLOOKS = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
INNER, DEEP = slimming.INNER.decode(), slimming.DEEP.decode()
RESTORED = re.compile(rb"(?<=:)(\s*)" + re.escape(slimming.INNER), re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """A file in a mail; `content` is None where it was too large to keep. `inline` pictures stand
    in the text.
    """

    name: str
    media_type: str
    content: bytes | None
    inline: bool


@dataclass(slots=True)
class Opened:
    """What the parts of a mail came to."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    files: list[RawFile] = field(default_factory=list)
    calendar: bool = False
    inner: bytes = b""

    @property
    def text(self) -> str:
        """The best text there is: plain, else what HTML says."""
        plain = "\n\n".join(one for one in self.plain if one.strip())
        return plain or "\n\n".join(one for one in self.html if one.strip())


def opened(message: "Part[str, str]", slim: Slim, flaws: list[Flaw]) -> Opened:
    """All parts of a mail."""
    found = Opened()
    _open(message, slim, found, flaws, related=False)
    if not found.text and (rough := _rough_text(message)):
        found.plain.append(rough)
    return found


def _open(
    part: "Part[str, str]", slim: Slim, into: Opened, flaws: list[Flaw], *, related: bool
) -> None:
    if any(isinstance(defect, BROKEN) for defect in part.defects):
        flaws.append(Flaw(fault=Fault.BROKEN_PARTS))
    kind = _media_type(part)
    if kind.startswith("multipart/encrypted"):
        flaws.append(Flaw(fault=Fault.ENCRYPTED))
    elif part.is_multipart():
        children = [one for one in part.get_payload() if isinstance(one, Message)]
        if kind.startswith("multipart/alternative"):
            _alternative(children, slim, into, flaws)
        else:
            for child in children:
                _open(child, slim, into, flaws, related=kind.startswith("multipart/related"))
    elif not kind.startswith("multipart/"):
        _leaf(part, kind.partition(";")[0], slim, into, flaws, related=related)


def _alternative(
    children: list["Part[str, str]"], slim: Slim, into: Opened, flaws: list[Flaw]
) -> None:
    """The same in several forms: plain text if there is any, else HTML."""
    inside = Opened()
    for child in children:
        _open(child, slim, inside, flaws, related=False)
    into.files.extend(inside.files)
    into.calendar = into.calendar or inside.calendar
    (into.plain if any(one.strip() for one in inside.plain) else into.html).append(inside.text)


def _leaf(
    part: "Part[str, str]", kind: str, slim: Slim, into: Opened, flaws: list[Flaw], *, related: bool
) -> None:
    name, placed = _file_name(part), _disposition(part)
    if kind in SIGNATURES:
        return
    if kind in PACKED:
        signed = "signed-data" in _header(part, "content-type").casefold()
        flaws.append(Flaw(fault=Fault.SEALED if signed else Fault.ENCRYPTED))
    elif kind in OUTLOOKS or name.casefold() == "winmail.dat":
        flaws.append(Flaw(fault=Fault.WINMAIL, detail=name or "winmail.dat"))
    elif kind in ("text/plain", "text/html") and placed != "attachment" and not name:
        _text(part, kind, slim, into, flaws)
    elif kind in (DEEP, "text/rfc822-headers", "message/delivery-status"):
        into.inner += _raw(part)[:100_000]
    else:
        _file(part, kind, name, slim, into, flaws, inline=related or placed == "inline")


def _text(part: "Part[str, str]", kind: str, slim: Slim, into: Opened, flaws: list[Flaw]) -> None:
    raw = slim.whole(_raw(part))
    if raw is None:
        flaws.append(Flaw(fault=Fault.TOO_LONG))
        return
    content = content_bytes(raw, encoding=_header(part, "content-transfer-encoding"), flaws=flaws)
    text = words_in(content[: slimming.MOST_TEXT], charset=_parameter(part, "charset"), flaws=flaws)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if kind == "text/html":
        into.html.append(text_of_html(text))
        return
    if _parameter(part, "format").casefold() == "flowed":
        text = unflowed(text, delete_space=_parameter(part, "delsp").casefold() == "yes")
    into.plain.append(_without_armour(text, flaws))


def _without_armour(text: str, flaws: list[Flaw]) -> str:
    if "-----BEGIN PGP " not in text:
        return text
    bare = ARMOUR.sub("", text)
    if bare != text:
        flaws.append(Flaw(fault=Fault.ENCRYPTED))
    return SEAL.sub("", SIGNED.sub("", bare))


def _file(
    part: "Part[str, str]", kind: str, name: str, slim: Slim, into: Opened, flaws: list[Flaw],
    *, inline: bool,
) -> None:  # fmt: skip
    raw = slim.whole(_raw(part))
    if kind == INNER:
        content = RESTORED.sub(rb"\1message/rfc822", raw) if raw is not None else None
        into.inner += (content or b"")[:100_000]
        into.files.append(
            RawFile(
                name=name or "mail.eml", media_type="message/rfc822", content=content, inline=False
            )
        )
        return
    encoding = _header(part, "content-transfer-encoding")
    content = content_bytes(raw, encoding=encoding, flaws=flaws) if raw is not None else None
    if kind.startswith("text/") and content is not None:
        content = words_in(content, charset=_parameter(part, "charset"), flaws=flaws).encode()
    into.calendar = into.calendar or kind == "text/calendar"
    inline = inline and kind.startswith("image/")
    into.files.append(
        RawFile(
            name=name or kind.partition("/")[2], media_type=kind, content=content, inline=inline
        )
    )


def _rough_text(message: "Part[str, str]") -> str:
    """The first plain text of a mail whose parts cannot be told apart."""
    for part in message.walk():
        if not part.is_multipart() and _media_type(part).startswith(("multipart/", DEEP)):
            whole = header_text(_raw(part)[:1_000_000].decode("ascii", "surrogateescape"))
            for piece in re.split(r"^--.*$", whole.replace("\r\n", "\n"), flags=re.MULTILINE):
                head, _blank, body = piece.partition("\n\n")
                if "content-type: text/plain" in head[:4_000].casefold():
                    return body.strip()
            return ""
    return ""


def _media_type(part: "Part[str, str]") -> str:
    return media_type_of(_header(part, "content-type")) or "text/plain"


def _header(part: "Part[str, str]", name: str) -> str:
    return next(
        (header_text(str(value)) for key, value in part.raw_items() if key.casefold() == name), ""
    )


def _parameter(part: "Part[str, str]", name: str) -> str:
    try:
        found = part.get_param(name, "")
        return collapse_rfc2231_value(found) if found else ""
    except TROUBLE:
        return ""


def _disposition(part: "Part[str, str]") -> str:
    return _header(part, "content-disposition").partition(";")[0].strip().casefold()


def _file_name(part: "Part[str, str]") -> str:
    try:
        name = part.get_filename("")
    except TROUBLE:
        name = ""
    return words_of(header_text(str(name)).replace("\0", ""))[:300]


def _raw(part: "Part[str, str]") -> bytes:
    """The part's bytes as they stand in the mail, still encoded."""
    encoding = part.get_all("content-transfer-encoding", [])
    del part["content-transfer-encoding"]  # or they would be decoded, and lies with them
    try:
        content = part.get_payload(decode=True)
    finally:
        for one in encoding[:1]:
            part["content-transfer-encoding"] = one
    return content if isinstance(content, bytes) else b""
