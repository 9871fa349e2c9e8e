"""What a person changes about processes, opening hours, steps and absences."""

from samspil.work.forms.sharing import LEVEL_LABELS, MODEL_WORDS, ProcessForm, StopForm

__all__ = ["LEVEL_LABELS", "MODEL_WORDS", "ProcessForm", "StopForm"]
