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
from samspil.inbox.queries.public_forms import (
    address_at,
    expected_words,
    form_at,
    form_of,
    ground_words,
    plan_of,
)
from samspil.inbox.queries.status_links import (
    link_at,
    link_with,
    organisation_of_address,
    status_address,
    zone_of,
)
from samspil.inbox.queries.statuses import Status, status_of
from samspil.inbox.queries.uploads import (
    Preview,
    choices_of,
    faults_of,
    import_at,
    imports,
    mail_choices,
    may_read,
    own_addresses,
    preview_of,
    upload_path,
    uploads_folder,
)

__all__ = [
    "Look",
    "Preview",
    "RowError",
    "Status",
    "UnreadableFile",
    "address_at",
    "choices_of",
    "expected_words",
    "faults_of",
    "form_at",
    "form_of",
    "ground_words",
    "import_at",
    "imports",
    "link_at",
    "link_with",
    "look_at",
    "look_in",
    "look_words",
    "mail_choices",
    "may_read",
    "open_file",
    "organisation_of_address",
    "own_addresses",
    "plan_of",
    "preview_of",
    "read_examples",
    "starter_rules",
    "starter_skill",
    "status_address",
    "status_of",
    "upload_path",
    "uploads_folder",
    "zone_of",
]
