"""Who learns and who forgets take turns, process by process."""

from collections.abc import Sequence

from samspil.work.models import Process


def lock(process: Process) -> None:
    """Until the transaction ends nobody else learns, or forgets a person, in this process."""
    Process.objects.select_for_update(no_key=True).get(pk=process.pk)


def lock_all() -> Sequence[Process]:
    """The same in every process, in one order, so that two never wait for each other."""
    return list(Process.objects.select_for_update(no_key=True).order_by("pk"))
