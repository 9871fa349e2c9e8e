"""The bytes of a text part, and the words in them."""

import binascii
import codecs
import quopri
import re

from samspil.adapters.encodings import decoded
from samspil.core.mail_faults import Fault, Flaw

BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
NAMED = {"", "7bit", "8bit", "binary"}
"""Encodings that leave the bytes as they are."""
CHARSETS = re.compile(
    r"^(ascii|utf[-_]?(7|8|16|32).*|iso[-_]?8859.*|iso2022.*|latin.*|cp\d+|windows.*|koi8.*|gb.*|big5.*|euc.*"
    r"|shift_jis.*|mac.*|hz|johab|tis.*|us-ascii)$"
)
"""Python knows more under names that are no character sets."""
PLAIN = frozenset({"", "us-ascii", "ascii", "unknown-8bit", "default", "unknown", "binary"})


def content_bytes(raw: bytes, *, encoding: str, flaws: list[Flaw]) -> bytes:
    """Undo a part's transfer encoding; what lies about it stays as it is and is noted."""
    said = encoding.strip().casefold()
    if said == "base64":
        return _from_base64(raw, flaws)
    if said == "quoted-printable":
        return quopri.decodestring(raw)
    if said not in NAMED and said not in ("x-uuencode", "uuencode", "x-uue"):
        flaws.append(Flaw(fault=Fault.WRONG_ENCODING, detail=said[:60]))
    return raw


def _from_base64(raw: bytes, flaws: list[Flaw]) -> bytes:
    packed = raw.translate(None, b" \t\r\n")
    strange = len(BASE64.findall(packed[:100_000].rstrip(b"=")))
    if strange > len(packed[:100_000]) * 0.01 or (strange and len(packed) < 100):
        flaws.append(Flaw(fault=Fault.WRONG_ENCODING, detail="base64"))
        return raw
    clean = BASE64.sub(b"", packed)
    if len(clean) % 4 == 1 or (len(clean) + packed[-3:].count(b"=")) % 4:
        flaws.append(Flaw(fault=Fault.CUT_SHORT))
    clean = clean[: len(clean) - (len(clean) % 4 == 1)]
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def words_in(content: bytes, *, charset: str, flaws: list[Flaw]) -> str:
    """Bytes as text: by the character set they name if that fits, else by what does."""
    said = charset.strip().strip("\"'").casefold()[:60]
    if said in PLAIN:
        return decoded(content)
    try:
        known = codecs.lookup(said).name
    except (LookupError, ValueError):
        known = ""
    if not CHARSETS.match(known):
        flaws.append(Flaw(fault=Fault.UNKNOWN_CHARSET, detail=said))
        return decoded(content)
    if known in ("iso8859-1", "latin-1", "cp1252"):
        return _western(content, said=said, flaws=flaws)
    try:
        return content.decode(known)
    except (UnicodeError, ValueError):
        flaws.append(Flaw(fault=Fault.WRONG_CHARSET, detail=said))
        return decoded(content)


def _western(content: bytes, *, said: str, flaws: list[Flaw]) -> str:
    """Every byte is a letter in Latin-1, so UTF-8 passes for it; hardly ever the reverse."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return decoded(content)
    if not text.isascii():
        flaws.append(Flaw(fault=Fault.WRONG_CHARSET, detail=said))
    return text


def unflowed(text: str, *, delete_space: bool) -> str:
    """The paragraphs of a text whose lines were broken softly (RFC 3676)."""
    out: list[str] = []
    open_depth = -1
    for raw in text.split("\n"):
        line = raw.rstrip("\r")
        body = line.lstrip(">")
        depth = len(line) - len(body)
        body = body.removeprefix(" ")
        soft = body.endswith(" ") and body != "-- "
        kept = body[:-1] if soft and delete_space else body
        if open_depth == depth and body != "-- ":
            out[-1] += kept
        else:
            out.append(f"{'>' * depth} {kept}" if depth else kept)
        open_depth = depth if soft else -1
    return "\n".join(one if one == "-- " else one.rstrip(" ") for one in out)
