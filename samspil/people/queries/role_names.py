"""What the roles are called."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from samspil.core.roles import Role

ROLE_LABELS = {
    Role.OWNER: _("Owner: may do everything"),
    Role.LEADER: _("Leader: leads teams and their work"),
    Role.PROCESS_OWNER: _("Process owner: shapes processes"),
    Role.REVIEWER: _("Reviewer: answers and decides cases"),
    Role.EMPLOYEE: _("Employee: sees what waits and how work is shared"),
    Role.HR: _("HR"),
    Role.DATA_PROTECTION: _("Data protection officer: reads the journal"),
    Role.STAFF_REPRESENTATIVE: _("Staff representative"),
    Role.OPERATOR: _("Operator: connects programs"),
    Role.ADVISER: _("Adviser from outside"),
}
"""Each role's name, and after a colon what it is for."""


def role_names(roles: Iterable[Role]) -> str:
    """The names of the roles, in one order for all."""
    return ", ".join(str(ROLE_LABELS[role]).partition(":")[0] for role in sorted(roles))
