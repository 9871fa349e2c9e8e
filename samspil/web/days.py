"""Fields of a form into which one puts a day, or a day and a time."""

from django import forms


class DayInput(forms.DateInput):
    """The browser's own calendar, which takes and gives days as ISO 8601 only."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day and a time, both in the organisation's zone."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")
