"""Text of scanned pages, recognised by tesseract, a program of the machine's own."""

import contextlib
import resource
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

PROGRAM = "tesseract"
WANTED = ("dan", "deu", "eng")
"""The languages that are read, by tesseract's names."""
SCALE = 300 / 72
"""As large as a page is drawn: 300 dots to an inch, which is what tesseract reads best."""
MOST_DOTS = 4_000
"""Of a page's longer side, however large the page says that it is."""
MOST_PAGES = 50
"""Scanned pages of one document: each takes seconds."""
PAGE_S = 60
"""Seconds for one page."""
MOST_S = 900
"""Seconds for a document with scanned pages."""
LIST_S = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Recogniser:
    """The program and the languages that it reads here."""

    program: str
    languages: str

    def text_of(self, page: "PdfPage") -> str:
        """What stands on a page; empty where nothing was recognised in time."""
        try:
            done = subprocess.run(
                [self.program, "stdin", "stdout", "-l", self.languages],
                input=_picture(page),
                capture_output=True,
                timeout=PAGE_S,
                check=False,
                env={"LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"},
                preexec_fn=_in_time,
            )
        except (OSError, RuntimeError, subprocess.SubprocessError):  # PDFium's is the second
            return ""
        return done.stdout.decode("utf-8", "replace").strip() if not done.returncode else ""


def recogniser(program: str = PROGRAM) -> Recogniser | None:
    """What there is on this machine; None without the program or any of the languages."""
    found = shutil.which(program)
    languages = [one for one in languages_of(found) if one in WANTED] if found else []
    if found is None or not languages:
        return None
    return Recogniser(program=found, languages="+".join(languages))


@lru_cache(maxsize=4)
def languages_of(program: str) -> Sequence[str]:
    """The languages that a program reads; none where it is none of this kind."""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        said = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=LIST_S, check=False
        )
        return tuple(said.stdout.decode("utf-8", "replace").split())
    return ()


def _picture(page: "PdfPage") -> bytes:
    """The page in shades of grey, as a file of the simplest kind that tesseract takes."""
    longer = max(*page.get_size(), 1.0)
    drawn = page.render(scale=min(SCALE, MOST_DOTS / longer), grayscale=True)
    with contextlib.closing(drawn):
        width, height, stride = drawn.width, drawn.height, drawn.stride
        dots = memoryview(drawn.buffer)
        rows = b"".join(bytes(dots[row * stride : row * stride + width]) for row in range(height))
    return f"P5 {width} {height} 255\n".encode() + rows


def _in_time() -> None:
    """Should whoever asked be ended, the program ends too."""
    resource.setrlimit(resource.RLIMIT_CPU, (PAGE_S, PAGE_S))
