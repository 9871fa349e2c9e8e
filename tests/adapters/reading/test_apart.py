"""No file holds up, fills or ends the process that asks for it to be read."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.utils import translation

from samspil.adapters.reading import MOST_BYTES, Trouble, UnreadableDocument, read
from samspil.adapters.reading.apart import TRIES

MB = 1024**2


def processes(*, megabytes: int) -> list[int]:
    """Those of ours that read within so much memory."""
    ending = f"samspil.adapters.reading.child\0{megabytes}\0".encode()
    folders = [path for path in Path("/proc").glob("[0-9]*") if _asked(path).endswith(ending)]
    return [int(path.name) for path in folders if _parent(path) == os.getpid()]


def _asked(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        return b""


def _parent(process: Path) -> int:
    return int((process / "stat").read_text().rpartition(")")[2].split()[1])


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read():
    with pytest.raises(UnreadableDocument) as told:
        read("a.md", b"Text.", most_seconds=0.001, most_memory=900 * MB)

    assert told.value.trouble == Trouble.TOO_SLOW
    assert read("a.md", b"Text.", most_memory=900 * MB).sections[0].text == "Text."


def test_a_file_that_takes_too_much_memory_is_given_up_and_the_next_is_read():
    large = b"* a *b* `c`\n\n" * 100_000

    with pytest.raises(UnreadableDocument) as told:
        read("a.md", large, most_memory=250 * MB)

    assert str(told.value) == (
        "Reading the file takes more than 250 megabytes of memory: divide it."
    )
    assert read("a.md", b"Text.", most_memory=250 * MB).sections[0].text == "Text."


def test_a_process_that_ends_over_a_file_is_a_sentence_to_who_asked():
    with pytest.raises(UnreadableDocument) as told:
        read("a.txt", b"Text.", most_memory=2**70)  # no process can be given so much

    assert told.value.trouble == Trouble.FAILED


def test_a_process_that_ended_meanwhile_is_replaced():
    read("a.txt", b"First.", most_memory=700 * MB)

    for process in processes(megabytes=700):
        os.kill(process, signal.SIGKILL)

    assert read("a.txt", b"Second.", most_memory=700 * MB).sections[0].text == "Second."


def test_however_many_ended_meanwhile_the_next_file_is_read():
    together = Barrier(4)

    def begin(number: int) -> None:
        together.wait()
        read("a.txt", f"Text {number}.".encode(), most_memory=701 * MB)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(begin, range(4)))
    waiting = processes(megabytes=701)
    for process in waiting:
        os.kill(process, signal.SIGKILL)
    while processes(megabytes=701):
        time.sleep(0.01)

    assert len(waiting) > TRIES
    assert read("a.txt", b"Next.", most_memory=701 * MB).sections[0].text == "Next."


def test_threads_read_side_by_side():
    def text(number: int) -> str:
        return read("a.txt", f"Text {number}.".encode()).sections[0].text

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(text, range(40)))

    assert found == [f"Text {number}." for number in range(40)]


def test_a_file_in_a_folder_is_read_by_its_path(tmp_path: Path):
    path = tmp_path / "ferie.txt"
    path.write_text("Fem uger.")

    assert read("ferie.txt", path).sections[0].text == "Fem uger."


def test_a_file_that_is_missing_or_too_large_says_so_unread(tmp_path: Path):
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    for path, sentence in (
        (tmp_path / "none.txt", "The file cannot be opened: it is missing or closed to us."),
        (large, "The file is larger than 100 megabytes: divide it."),
    ):
        with pytest.raises(UnreadableDocument) as told:
            read(path.name, path)
        assert str(told.value) == sentence


def test_the_same_trouble_is_said_in_the_language_of_whoever_reads():
    with pytest.raises(UnreadableDocument) as told:
        read("a.txt", b"")

    with translation.override("da"):
        assert str(told.value) == "Filen er tom."
    assert str(told.value) == "The file is empty."


def test_the_reading_process_gets_none_of_our_settings(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAMSPIL_SECRET", "do not tell")

    read("a.txt", b"Text.", most_memory=800 * MB)

    found = [Path(f"/proc/{one}/environ").read_bytes() for one in processes(megabytes=800)]
    assert found
    assert not any(b"SAMSPIL" in one for one in found)
