"""What is asked, and what is said of documents and their sources."""

from samspil.knowledge.forms.documents import (
    LONGEST_QUESTION,
    AddForm,
    AskForm,
    FindForm,
    SendForm,
    TermsForm,
    as_typed,
)
from samspil.knowledge.forms.sources import SourceForm, as_said, form_for

__all__ = [
    "LONGEST_QUESTION",
    "AddForm",
    "AskForm",
    "FindForm",
    "SendForm",
    "SourceForm",
    "TermsForm",
    "as_said",
    "as_typed",
    "form_for",
]
