"""How it went in a process for some time, in figures that show nobody."""

from collections.abc import Mapping
from dataclasses import dataclass

from samspil.core.organisation_models.contract import Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of some time; None is "fewer than five" cases or people.

    `decided` are people's decisions on what AI proposed, `agreed` of them as proposed. `checked`
    counts checks of what AI finished alone, `wrong` those that found it wrong; `contested` counts
    decisions that somebody disagreed with, `changed` those of them that did not stand.
    """

    cases: int | None
    routes: Mapping[Route, int | None]
    decided: int | None
    agreed: int | None
    checked: int | None
    wrong: int | None
    contested: int | None
    changed: int | None
