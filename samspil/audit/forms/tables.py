"""Tables that people bring in: of their own tasks, and of many people's."""

from django.utils.translation import gettext_lazy as _

from samspil.audit.queries import read_answers, read_table_of_many
from samspil.web.table_form import TableForm, rows_field, table_field


class BringForm(TableForm):
    """A table of one's own tasks; `found` is `Brought`."""

    read = staticmethod(read_answers)
    file = table_field(
        _(
            "CSV or Excel (.xlsx). Columns: task, times, per (day, week, month, quarter or year) "
            "and minutes; and if you like errors_in_100, frustration, wish and systems."
        )
    )
    text = rows_field("task;times;per;minutes", most=40_000)


class ManyForm(TableForm):
    """A table of many people's answers; `found` is `Rows`."""

    read = staticmethod(read_table_of_many)
    file = table_field(
        _(
            "CSV or Excel (.xlsx), a row for each person and task. Columns: person (any label, "
            "such as a number), task, times, per and minutes; and if you like team, address, "
            "week_hours, errors_in_100, frustration, wish and systems."
        )
    )
    text = rows_field("person;team;task;times;per;minutes", most=4_000_000)
