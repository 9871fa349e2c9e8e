"""The process that reads: takes one file after the other, and has nothing to lose.

python -m samspil.adapters.reading.child MEGABYTES [PROGRAM LANGUAGES]
"""

import contextlib
import gc
import os
import resource
import select
import sys
from typing import BinaryIO

from samspil.adapters.reading.here import read_here
from samspil.adapters.reading.limits import MB, MOST_BYTES
from samspil.adapters.reading.ocr import Recogniser
from samspil.adapters.reading.outline import Reading
from samspil.adapters.reading.remarks import UnreadableDocument
from samspil.adapters.reading.wire import OUT_OF_MEMORY, Gone, packed, receive, send

LONGEST_NAME = 10_000
IDLE_S = 60
"""So long it waits for another file before it gives its memory back."""


def serve(asked: BinaryIO, answers: BinaryIO, recogniser: Recogniser | None) -> None:
    """Answer until nobody asks any more."""
    send(answers, b"ready")
    with contextlib.suppress(Gone):
        while select.select([asked], [], [], IDLE_S)[0]:
            name = receive(asked, most=LONGEST_NAME).decode("utf-8", "replace")
            raw = receive(asked, most=MOST_BYTES)
            send(answers, packed(_outcome(name, raw, recogniser)))


def _outcome(name: str, raw: bytes, recogniser: Recogniser | None) -> Reading | UnreadableDocument:
    try:
        return read_here(name, raw, recogniser)
    except UnreadableDocument as why:
        return why
    finally:
        gc.collect()


def _recogniser(said: list[str]) -> Recogniser | None:
    return Recogniser(program=said[0], languages=said[1]) if said else None


def main() -> None:
    """Bind this process to its memory, and serve."""
    megabytes = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MB, megabytes * MB))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked = open(0, "rb", buffering=0)  # noqa: SIM115 - as long as the process
    gc.disable()  # a document is many small things, and hardly any go round in circles
    gc.freeze()
    try:
        serve(asked, sys.stdout.buffer, _recogniser(sys.argv[2:]))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # nothing is left to say it in words


if __name__ == "__main__":
    main()
