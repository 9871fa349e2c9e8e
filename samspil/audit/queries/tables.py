"""A table of answers as somebody brings it in."""

from typing import BinaryIO

from django.utils.translation import gettext as _

from samspil.adapters.tables import UnreadableTable, read_table
from samspil.audit.queries.numbers import decimal
from samspil.core.audit.table import BadTable, Brought, brought
from samspil.web.table_form import UnfitTable


def read_answers(stream: BinaryIO) -> Brought:
    """A file as answers, with what is wrong in each other row. Raises `UnfitTable`."""
    try:
        return brought(read_table(stream))
    except UnreadableTable as why:
        raise UnfitTable(str(why)) from None
    except BadTable as why:
        raise UnfitTable(words_of_table(why)) from None


def words_of_table(why: BadTable) -> str:
    """What is wrong with a table or a row of it, in the reader's language."""
    figures = {
        name: decimal(value) if isinstance(value, float) else value
        for name, value in why.figures.items()
    }
    if why.fault is not None:
        figures["fault"] = _(why.fault.words).format(**why.fault.figures)
    return _(why.words).format(**figures)
