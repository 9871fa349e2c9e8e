"""A field of a form into which one puts a day."""

from django import forms


class DayInput(forms.DateInput):
    """The browser's own calendar, which takes and gives days as ISO 8601 only."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
