"""As what key people are asked."""

from collections.abc import Mapping
from enum import StrEnum


class Seat(StrEnum):
    """As what somebody is asked."""

    DIRECTOR = "director"
    HR = "hr"
    IT = "it"
    EMPLOYEE = "employee"
    REPRESENTATIVE = "representative"


WORDS: Mapping[Seat, str] = {
    Seat.DIRECTOR: "Managing director",
    Seat.HR: "HR",
    Seat.IT: "IT",
    Seat.EMPLOYEE: "Employee",
    Seat.REPRESENTATIVE: "Staff representative",
}
"""Each in English; translations use the same words as their key."""
