"""Bytes of a text file as words, whatever they were written in."""

import codecs

CONTROLS = bytes({*range(32)} - {*b"\t\n\r\f"})
MOST_CONTROLS = 0.1
"""A text of which a larger share are control characters is none."""
NOT_TEXT = (
    b"\x89PNG",
    b"%PDF",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"MZ",
)
UTF_16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decoded(raw: bytes) -> str:
    """UTF-8 where it is that, else Windows-1252, else Latin-1, which knows every byte."""
    for encoding in ("utf-8", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def utf_16(sample: bytes) -> str:
    """The kind of UTF-16 this is, by its mark or by the zeros in every second place; else empty."""
    if sample[:2] in UTF_16:
        return UTF_16[sample[:2]]
    half = len(sample) // 2
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        others = sample.count(0) - zeros.count(0)
        if half and zeros.count(0) > 0.7 * half and others < 0.05 * half:
            return encoding
    return ""


def is_text(sample: bytes) -> bool:
    """Whether a file that begins so, and is not UTF-16, holds words rather than something else."""
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return not sample.startswith(NOT_TEXT) and controls <= MOST_CONTROLS * len(sample)
