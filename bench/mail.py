"""Read mailboxes with broken mails in them, beside Python's own reader; part mails by lines.

How fast, in how much memory, is every planted one named and no other; how many lines go to the
part that a person put them into. Run `python -m bench.mail`.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench import place
from bench.labelled_mails import HARD, ORDINARY, LabelledMail, labelled_mails
from bench.mailboxes import planted, write_mailbox
from bench.report import Row, at_least, at_most, main
from samspil.core.quoting import Part, parts_of

MEMORY_MB = 300
MB = 1024**2
PEAK = """
def peak_mb():
    with open("/proc/self/status") as status:
        line = next(line for line in status if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
"""
OURS = """
import json, sys, time
import django
django.setup()
from samspil.inbox.files import RowError, open_file, read_messages
from pathlib import Path
path, named, arrivals = Path(sys.argv[1]), [], 0
began = time.perf_counter()
with open_file(path) as stream:
    for row in read_messages(stream, name=path.name, id_of_row=str):
        if isinstance(row, RowError):
            named.append(row.row)
        else:
            arrivals += 1
print(json.dumps([arrivals, time.perf_counter() - began, peak_mb(), named]))
"""
THEIRS = """
import json, mailbox, sys, time
arrivals, failed = 0, []
began = time.perf_counter()
box = mailbox.mbox(sys.argv[1], create=False)
for number, key in enumerate(box.keys(), start=1):
    arrivals += 1
    try:
        for part in box[key].walk():
            if not part.is_multipart():
                part.get_payload(decode=True)
    except Exception:
        failed.append(number)
print(json.dumps([arrivals, time.perf_counter() - began, peak_mb(), failed]))
"""
IMPORT = """
import json, sys, time
import django
django.setup()
from django.utils import timezone
from samspil.inbox.actions import bring_in
from samspil.tenancy.actions import enter
from samspil.tenancy.queries import every_organisation
from samspil.work.models import Process
from pathlib import Path
with enter(every_organisation()[0]):
    began = time.perf_counter()
    done = bring_in(
        Path(sys.argv[1]), process=Process.objects.get(), at=timezone.now(), by=None
    )
    print(json.dumps([done.rows, time.perf_counter() - began, peak_mb(), [done.opened]]))
"""


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    yield from _parting("ordinary mails", labelled_mails(*ORDINARY))
    yield from _parting("mails written to break it", labelled_mails(*HARD))
    place.fresh_home()
    with tempfile.TemporaryDirectory(prefix="samspil-mail-") as folder:
        many, large = Path(folder) / "many.mbox", Path(folder) / "large.mbox"
        mails = 1_500 if quick else 50_000
        write_mailbox(many, mails=mails, seed=1)
        yield from _reading(f"{mails:,} mails", many, mails=mails, seed=1)
        size, few = (24, 150) if quick else (200, 1_000)
        write_mailbox(large, mails=few, seed=2, size=size * MB, largest=max(30, size * 2 // 5) * MB)
        yield from _reading(f"{size} MB", large, mails=few, seed=2)
        some = Path(folder) / "some.mbox"
        brought = 100 if quick else 5_000
        write_mailbox(some, mails=brought, seed=3)
        yield from _importing(some, mails=brought)


def _parting(what: str, mails: Sequence[LabelledMail]) -> Iterator[Row]:
    ours, naive = Counter[tuple[Part, Part]](), Counter[tuple[Part, Part]]()
    for mail in mails:
        for counted, found in ((ours, parts_of(mail.lines)), (naive, _naive(mail.lines))):
            pairs = zip(mail.lines, mail.parts, found, strict=True)
            counted.update((should, part) for line, should, part in pairs if line.strip())
    lines = sum(ours.values())
    yield Row(name=f"{what}: mails", unit="mails", value=len(mails))
    yield Row(name=f"{what}: lines with text", unit="lines", value=lines)
    for part in Part:
        for name, share in (("precision", _precision), ("recall", _recall)):
            yield Row(
                name=f"{what}: {part} lines, {name} (cut at first quote)",
                unit="share",
                value=share(ours, part),
                baseline=share(naive, part),
            )


def _naive(lines: Sequence[str]) -> list[Part]:
    """What most programs do: everything from the first quotation mark or “wrote:” on is old."""
    words = ("wrote:", "skrev:", "schrieb:")
    starts = (
        place
        for place, line in enumerate(lines)
        if line.startswith(">") or line.rstrip().endswith(words)
    )
    cut = next(starts, len(lines))
    return [Part.NEW] * cut + [Part.QUOTED] * (len(lines) - cut)


def _precision(counted: Counter[tuple[Part, Part]], part: Part) -> float:
    said = sum(count for (_, found), count in counted.items() if found == part)
    return counted[part, part] / said if said else 0.0


def _recall(counted: Counter[tuple[Part, Part]], part: Part) -> float:
    there = sum(count for (should, _), count in counted.items() if should == part)
    return counted[part, part] / there if there else 1.0


def _reading(what: str, path: Path, *, mails: int, seed: int) -> Iterator[Row]:
    read, seconds, memory, named = _run(OURS, path)
    their_read, their_seconds, their_memory, failed = _run(THEIRS, path)
    bad = planted(mails=mails, seed=seed)
    megabytes = path.stat().st_size / MB
    yield Row(name=f"{what}: size of the mailbox", unit="MB", value=megabytes)
    yield Row(
        name=f"{what}: read (Python's mailbox)",
        unit="mails/s",
        value=read / seconds,
        baseline=their_read / their_seconds,
    )
    yield Row(
        name=f"{what}: read (Python's mailbox)",
        unit="MB/s",
        value=megabytes / seconds,
        baseline=megabytes / their_seconds,
    )
    yield at_most(f"{what}: greatest memory", "MB", memory, goal=MEMORY_MB, baseline=their_memory)
    found, theirs = (len(bad & set(one)) / len(bad) for one in (named, failed))
    yield at_least(
        f"{what}: planted bad mails that are named", "share", found, goal=1, baseline=theirs
    )
    yield at_most(
        f"{what}: sound mails that are named",
        "mails",
        len(set(named) - bad),
        goal=0,
        baseline=len(set(failed) - bad),
    )


def _importing(path: Path, *, mails: int) -> Iterator[Row]:
    from bench.triage import found as company

    company(organisation_model="collaborative")
    rows, seconds, memory, _ = _run(IMPORT, path)
    _, read_seconds, _, _ = _run(OURS, path)
    yield Row(
        name=f"{mails:,} mails brought in, every one a case (only read)",
        unit="mails/s",
        value=rows / seconds,
        baseline=mails / read_seconds,
    )
    yield at_most("bringing in: greatest memory", "MB", memory, goal=MEMORY_MB, baseline=None)


def _run(code: str, path: Path) -> tuple[int, float, float, list[int]]:
    """What the code counted, its seconds, its greatest memory in MB, and the mails it named."""
    done = subprocess.run(
        [sys.executable, "-c", PEAK + code, str(path)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ,
    )
    count, seconds, memory, named = json.loads(done.stdout.splitlines()[-1])
    return count, seconds, memory, named


if __name__ == "__main__":
    main(measure, description=__doc__)
