"""What can be asked before anything is stored, and how an import is coming along."""

from samspil.inbox.files import RowError, UnreadableFile, open_file, read_examples
from samspil.inbox.queries.looking import (
    Look,
    look_at,
    look_in,
    look_words,
    starter_rules,
    starter_skill,
)
from samspil.inbox.queries.uploads import (
    Preview,
    choices_of,
    faults_of,
    import_at,
    imports,
    mail_choices,
    own_addresses,
    preview_of,
    upload_path,
    uploads_folder,
)

__all__ = [
    "Look",
    "Preview",
    "RowError",
    "UnreadableFile",
    "choices_of",
    "faults_of",
    "import_at",
    "imports",
    "look_at",
    "look_in",
    "look_words",
    "mail_choices",
    "open_file",
    "own_addresses",
    "preview_of",
    "read_examples",
    "starter_rules",
    "starter_skill",
    "upload_path",
    "uploads_folder",
]
