"""What is asked, and what is said of documents and their sources."""

from samspil.knowledge.forms.documents import (
    LONGEST_QUESTION,
    AddForm,
    AskForm,
    ClassForm,
    FindForm,
    SendForm,
    TermsForm,
    as_typed,
)
from samspil.knowledge.forms.sources import SourceForm, as_said, form_for
from samspil.knowledge.forms.standards import (
    COLUMNS,
    StandardForm,
    StandardListForm,
    StandardRow,
    as_row,
    as_written,
    standard_list,
)

__all__ = [
    "COLUMNS",
    "LONGEST_QUESTION",
    "AddForm",
    "AskForm",
    "ClassForm",
    "FindForm",
    "SendForm",
    "SourceForm",
    "StandardForm",
    "StandardListForm",
    "StandardRow",
    "TermsForm",
    "as_row",
    "as_said",
    "as_typed",
    "as_written",
    "form_for",
    "standard_list",
]
