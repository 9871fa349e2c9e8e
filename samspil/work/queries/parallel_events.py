"""What is said of events about parallel runs."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from samspil.work.queries.event_kinds import Event

OF_PARALLEL_RUNS: Mapping[str, Event] = {
    "parallel_run_begun": Event(
        _("Parallel run begun"), "route", _("From now on some cases go the old and the new way.")
    ),
    "parallel_run_people": Event(
        _("People of a parallel run"), "users", _("Other people were named for a parallel run.")
    ),
    "parallel_run_taken_back": Event(
        _("Parallel run taken back"),
        "undo-2",
        _("A parallel run was undone before it drew a case."),
    ),
    "parallel_run_paused": Event(
        _("Parallel run paused"), "pause", _("A parallel run rests: nothing is drawn.")
    ),
    "parallel_run_resumed": Event(
        _("Parallel run goes on"), "play", _("A parallel run goes on after a rest.")
    ),
    "parallel_run_answered": Event(
        _("Answered the new way"), "check", _("A case was answered the new way; nothing was sent.")
    ),
    "parallel_run_settled": Event(
        _("Difference settled"), "scale", _("Somebody said which of two answers was right.")
    ),
    "parallel_run_ended": Event(
        _("Parallel run draws no more"), "flag", _("A parallel run draws no more cases.")
    ),
    "parallel_run_over": Event(
        _("Parallel run over"), "circle-check", _("All cases of a parallel run are done.")
    ),
}
