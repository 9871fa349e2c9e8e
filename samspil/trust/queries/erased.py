"""Which addresses were erased, as digests in a file of the home, outside the database.

A line is a digest, and the ids of the cases that were held then. What an old backup brings back is
found by them. They are made with a key of the home, so that
nobody without it can tell whose they are.
"""

import hmac
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db.models import Q

from samspil.core.retention.holds import same_person
from samspil.knowledge.queries import mail_addresses
from samspil.tenancy.queries import current
from samspil.work.models import Direction, Message


def erased_path() -> Path:
    """Where the current organisation's list lies: a digest in each line, with cases."""
    return Path(settings.SAMSPIL_HOME) / "erased" / f"{current().public_id}.txt"


def erased_people() -> dict[str, tuple[str, ...]]:
    """Every digest in the list with the ids of the cases that were held; the last line counts."""
    path = erased_path()
    lines = path.read_text().splitlines() if path.exists() else []
    return {digest: tuple(kept) for digest, *kept in (line.split() for line in lines if line)}


def was_erased(address: str) -> bool:
    """Whether this address was erased before, as far as the list tells."""
    return digest_of_address(address) in erased_people()


def digest_of_address(address: str) -> str:
    """The same for every way to write an address with capitals; of this organisation alone."""
    key = hmac.new(settings.FILES_KEY, f"erased {current().public_id}".encode(), sha256).digest()
    return hmac.new(key, same_person(address).encode(), sha256).hexdigest()


def back_again() -> list[str]:
    """Addresses that were erased and under which something is held now; at most three statements.

    After an older backup was restored they have to be erased again. Whoever wrote anew is found
    too: that is a new matter, and only who knows which it is can tell. Cases that were held when
    their sender was erased do not count.
    """
    known = erased_people()
    if not known:
        return []
    held_back = {case for kept in known.values() for case in kept}
    came = Message.objects.filter(~Q(sender="") | ~Q(reply_to=""), direction=Direction.IN)
    came = came.exclude(case__public_id__in=held_back)
    rows = came.order_by().values_list("sender", "reply_to").distinct()
    held = {address for pair in rows for address in pair if address}
    written = {same_person(address) for address in held}
    held |= {address for address in mail_addresses() if address not in written}
    return sorted(one for one in held if digest_of_address(one) in known)
