"""Take a file from a person, read it in the background, and keep it no longer than that."""

import io
import os
import time
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from samspil.adapters.jobs import enqueue
from samspil.core.retention.categories import Category
from samspil.core.retention.rules import fixed
from samspil.core.roles import NotAllowed
from samspil.governance.queries import intake
from samspil.inbox.access import check_may_bring_in
from samspil.inbox.actions.bringing import Batch, BroughtIn, Resuming, bring_in
from samspil.inbox.files import MOST_BYTES, MailChoices, RowError, UnreadableFile, is_mail
from samspil.inbox.models import Fault, Import, Stage
from samspil.inbox.queries import choices_of, preview_of, upload_path, uploads_folder
from samspil.people.models import Colleague
from samspil.tenancy.queries import current
from samspil.work.models import Process

BRING_IN = "inbox.bring_in"
LONGEST_NAME = 200
SAMPLE = 20_000
NO_CHOICE = MailChoices()


def keep_upload(
    chunks: Iterable[bytes],
    *,
    name: str,
    process: Process,
    by: Colleague,
    at: datetime,
    choices: MailChoices = NO_CHOICE,
) -> Import:
    """Put a file aside to be looked at; raises `UnreadableFile` and keeps nothing of a bad one."""
    check_may_bring_in(by)
    sweep_uploads(now_s=time.time())
    language = (get_language() or "en")[:2]
    kept = Import(process=process, by=by, file_name=name[-LONGEST_NAME:], uploaded_at=at)
    kept.language = language
    kept.own, kept.leaves_out_automatic = list(choices.own), choices.leave_out_automatic
    try:
        _write(chunks, kept)
        preview_of(kept)
    except BaseException:
        _drop_file(kept)
        raise
    kept.save(force_insert=True)
    return kept


def keep_mails(
    files: Sequence[tuple[str, bytes]],
    *,
    process: Process,
    by: Colleague,
    at: datetime,
    choices: MailChoices = NO_CHOICE,
) -> Import:
    """Put several mails, each a name and a file, aside as one; raises `UnreadableFile`."""
    other = next((name for name, content in files if not is_mail(content[:SAMPLE])), None)
    if other is not None:
        sentence = _("Several files at once must all be mails (.eml or mbox); “%(name)s” is none.")
        raise UnreadableFile(sentence % {"name": other})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as pack:
        for number, (_name, content) in enumerate(files):
            pack.writestr(f"{number:06}.eml", content)
    more = _("%(first)s and %(n)d more") % {"first": files[0][0], "n": len(files) - 1}
    return keep_upload(
        [packed.getvalue()], name=more, process=process, by=by, at=at, choices=choices
    )


@transaction.atomic
def start(upload: Import, *, by: Colleague) -> None:
    """Read the file in the background; starting twice changes nothing."""
    check_may_bring_in(by)
    waiting = Import.objects.filter(pk=upload.pk, stage=Stage.UPLOADED)
    if waiting.update(stage=Stage.RUNNING):
        enqueue(
            BRING_IN,
            {"organisation": str(current().public_id), "upload": str(upload.public_id)},
        )


@transaction.atomic
def discard(upload: Import, *, by: Colleague) -> None:
    """Forget a file that was not started; one that was stays."""
    check_may_bring_in(by)
    if Import.objects.filter(pk=upload.pk, stage=Stage.UPLOADED).delete()[0]:
        transaction.on_commit(lambda: _drop_file(upload))


def run_upload(upload: Import, *, at: datetime) -> None:
    """Bring the file's messages in, say how far it is, and drop the file. Safe to run again."""
    if upload.stage != Stage.RUNNING:
        return
    with override(upload.language):
        try:
            done = bring_in(
                upload_path(upload),
                name=upload.file_name,
                process=upload.process,
                at=at,
                by=upload.by,
                choices=choices_of(upload),
                resuming=Resuming(
                    begin=_where_it_came_to(upload), keep=lambda batch: _keep(upload, batch)
                ),
                progress=lambda done, share: _note(upload, done, share=share),
            )
        except (UnreadableFile, NotAllowed) as why:
            _finish(upload, stage=Stage.FAILED, at=at, problem=str(why))
        else:
            _note(upload, done, share=1.0)
            _finish(upload, stage=Stage.DONE, at=at)
    _drop_file(upload)


def sweep_uploads(*, now_s: float) -> int:
    """Delete files that have lain for more than a day, whosoever; returns how many."""
    oldest = now_s - fixed(Category.LOOKED_AT).total_seconds()
    old = [path for path in uploads_folder().glob("*") if path.stat().st_mtime < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _write(chunks: Iterable[bytes], kept: Import) -> None:
    uploads_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(upload_path(kept), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    written = 0
    with os.fdopen(descriptor, "wb") as file:
        for chunk in chunks:
            written += len(chunk)
            if written > MOST_BYTES:
                sentence = _("The file is larger than %(most)d megabytes: divide it.")
                raise UnreadableFile(sentence % {"most": MOST_BYTES // 1024**2})
            file.write(chunk)


def _note(upload: Import, done: BroughtIn, *, share: float) -> None:
    Import.objects.filter(pk=upload.pk).update(
        share=share,
        opened=done.opened,
        joined=done.joined,
        duplicates=done.duplicates,
        wrong=done.wrong,
        errors=[asdict(error) for error in done.errors],
        ours=done.ours,
        stray=done.stray,
        automatic=done.automatic,
        noted=done.noted,
    )


def _keep(upload: Import, batch: Batch) -> None:
    """In the batch's own transaction: how far the import is, and what was wrong in the batch."""
    _note(upload, batch.done, share=upload.share)
    Import.objects.filter(pk=upload.pk).update(taken=batch.taken)
    Fault.objects.bulk_create(
        (
            Fault(
                upload=upload,
                row=error.row,
                offset=error.offset,
                number=error.external_id[:200],
                subject=intake(error.subject).text[:200],
                sentence=error.sentence,
                kept=error.kept,
            )
            for error in batch.errors
        ),
        ignore_conflicts=True,
    )


def _where_it_came_to(upload: Import) -> Batch:
    """What a worker before this one, now dead, got done."""
    done = BroughtIn(
        opened=upload.opened,
        joined=upload.joined,
        duplicates=upload.duplicates,
        wrong=upload.wrong,
        errors=tuple(RowError(**error) for error in upload.errors),
        ours=upload.ours,
        stray=upload.stray,
        automatic=upload.automatic,
        noted=upload.noted,
    )
    return Batch(done=done, taken=upload.taken, errors=())


def _finish(upload: Import, *, stage: Stage, at: datetime, problem: str = "") -> None:
    running = Import.objects.filter(pk=upload.pk, stage=Stage.RUNNING)
    running.update(stage=stage, finished_at=at, problem=problem)


def _drop_file(upload: Import) -> None:
    upload_path(upload).unlink(missing_ok=True)
