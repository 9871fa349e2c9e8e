"""What a person says of an initiative."""

from samspil.pipeline.forms.accepting import AcceptForm
from samspil.pipeline.forms.planning import InitiativeForm, as_said

__all__ = ["AcceptForm", "InitiativeForm", "as_said"]
