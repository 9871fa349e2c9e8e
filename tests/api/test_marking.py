"""Notes, tags and putting aside by program."""

from datetime import timedelta

from django.utils import timezone

from tests.factories import make_waiting


def test_a_program_notes_tags_and_puts_aside(program, process):
    case = make_waiting(process)
    until = (timezone.now() + timedelta(days=1)).isoformat()

    program.post(f"/cases/{case.public_id}/notes", {"text": "Called twice."})
    program.post(f"/cases/{case.public_id}/tags", {"name": "VIP"})
    status, said = program.post(f"/cases/{case.public_id}/snooze", {"until": until})

    assert status == 200
    assert said["tags"] == ["vip"]
    assert said["snoozed_until"] is not None
    assert said["thread"][-1]["text"] == "Called twice."
    _, woken = program.post(f"/cases/{case.public_id}/snooze", {"until": None})
    assert woken["snoozed_until"] is None


def test_a_time_gone_by_is_refused(program, process):
    case = make_waiting(process)

    answer = program.post(f"/cases/{case.public_id}/snooze", {"until": "2020-01-01T08:00:00Z"})

    assert answer == (422, {"detail": "Choose a time that is still to come."})


def test_a_program_says_that_a_case_is_sensitive(program, process):
    case = make_waiting(process)
    found = make_waiting(process, "My number is 010180-1234.")

    status, said = program.send("PUT", f"/cases/{case.public_id}/class", {"data_class": "special"})
    refused = program.send("PUT", f"/cases/{found.public_id}/class", {"data_class": "personal"})

    assert (status, said["data_class"]) == (200, "special")
    assert refused == (409, {"detail": "An identity number was found in it: it stays sensitive."})
