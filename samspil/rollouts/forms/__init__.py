"""Forms of rollouts."""

from samspil.rollouts.forms.part import PartForm
from samspil.rollouts.forms.plan import WAYS, RolloutForm, as_said
from samspil.rollouts.forms.support import ForAllForm, HelpForm

__all__ = ["WAYS", "ForAllForm", "HelpForm", "PartForm", "RolloutForm", "as_said"]
