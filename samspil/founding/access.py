"""Who may found the first organisation: whoever holds the code that lies in the home."""

import hmac

from samspil.founding.queries import nothing_founded, start_code


class WrongCode(Exception):
    """The code is wrong, or there is an organisation already; which of them is nobody's concern."""


def check_may_found(code: str) -> None:
    """Raise `WrongCode` unless this is the code of an installation that holds no organisation."""
    right = hmac.compare_digest(code.encode(), start_code().encode())
    if not right or not nothing_founded():
        raise WrongCode
