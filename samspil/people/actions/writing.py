"""Letters of Samspil itself to colleagues."""

from collections.abc import Callable, Sequence

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.adapters.mail import SENDER, Outgoing, deliver
from samspil.people.models import Colleague
from samspil.tenancy.queries import current


def write_letter(
    to: Colleague,
    *,
    mark: str,
    subject: Callable[[], str],
    said: Callable[[], Sequence[str]],
    address: str,
) -> int:
    """Write in the colleague's own language, with the way to `address` below; returns how many
    letters: 0 to who cannot be written to.

    The same `mark` is the same letter, however often it is written. `subject` and `said`, its
    paragraphs, are asked for once the language is set.
    """
    if to.user is None:
        return 0
    with override(to.user.language or current().language):
        letter = Outgoing(
            message_id=f"<{mark}@samspil>",
            recipient=to.user.email,
            sender=SENDER,
            subject=subject(),
            text="\n\n".join((_("Hello,"), *said(), settings.BASE_URL + address)),
            headers={"Auto-Submitted": "auto-generated"},
        )
    deliver(letter)
    return 1
