"""What people say of maps, steps and ways."""

from samspil.process_maps.forms.links import LinkForm
from samspil.process_maps.forms.maps import FIRST, BeginForm, BringForm, MapForm, PlanForm
from samspil.process_maps.forms.steps import (
    PlaceForm,
    ShareForm,
    SpotForm,
    StepForm,
    WayForm,
    share_of,
)

__all__ = [
    "FIRST",
    "BeginForm",
    "BringForm",
    "LinkForm",
    "MapForm",
    "PlaceForm",
    "PlanForm",
    "ShareForm",
    "SpotForm",
    "StepForm",
    "WayForm",
    "share_of",
]
