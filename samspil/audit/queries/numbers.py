"""Numbers in sentences, as the reader writes them."""

from django.utils.formats import number_format


def decimal(value: float) -> str:
    """At most one decimal, and none where it is whole, as the reader writes it."""
    return str(number_format(round(value, 1), decimal_pos=0 if value == int(value) else 1))
