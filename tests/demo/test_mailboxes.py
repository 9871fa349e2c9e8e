"""The demonstration's mailboxes come in as threads."""

from samspil.demo.actions import bring_in_mailboxes
from samspil.demo.queries.cast import LINES
from samspil.work.models import Attachment, Case, Direction
from samspil.work.queries import thread
from tests.factories import MONDAY_9, make_process


def test_the_mailboxes_hold_a_thread_with_quotations_a_file_and_no_newsletter(organisation):
    for line in LINES:
        make_process(name=line.name)

    opened = bring_in_mailboxes(at=MONDAY_9)
    again = bring_in_mailboxes(at=MONDAY_9)

    assert (opened, again, Case.objects.count()) == (3, 0, 3)
    noisy = Case.objects.get(subject="Varmepumpen larmer om natten")
    first, ours, last = thread(noisy)
    assert [first.direction, ours.direction, last.direction] == [
        Direction.IN,
        Direction.OUT,
        Direction.IN,
    ]
    assert last.text.startswith("Tak, nu er der ro.")
    assert "utilfreds" in last.quoted
    assert Attachment.objects.get().name == "lyd-to-naetter.csv"
    german = Case.objects.get(subject="Angebot Wartungsvertrag").messages.get()
    assert german.text.endswith("auch für die zweite Anlage im Nebenhaus?")
    assert german.quoted.startswith("Von: Havgaard Klima")
