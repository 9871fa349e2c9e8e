"""What a name may be: of a process a new one, of a topic none of how employees feel."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from samspil.core.affect import named_feeling
from samspil.core.skill import Senders
from samspil.core.topics import TopicText
from samspil.work.models import Process


class NameTaken(Exception):
    """There is one of this name already; the message is fit to show to a person."""


class NamesFeeling(NameTaken):
    """Where employees or applicants write no topic says how they feel; fit to show as well."""


def feeling_in(process: Process, name: str) -> str | None:
    """The feeling of employees or applicants that a topic's key or name says; None where none."""
    return None if process.senders == Senders.CUSTOMERS else named_feeling(name)


def check_topics(process: Process, texts: Iterable[TopicText]) -> None:
    """Raise `NamesFeeling` where AI would have to tell how employees feel to find such a topic."""
    for text in texts:
        check_topic_names(process, {"key": text.key, **text.names})


def check_topic_names(process: Process, names: Mapping[str, str]) -> None:
    """Raise `NamesFeeling` where one of these names of a topic says how employees feel."""
    for word in filter(None, (feeling_in(process, name) for name in names.values())):
        said = _(
            "“%(word)s” says how somebody feels. Where employees or applicants write, AI reads "
            "nothing of that: name the matter."
        )
        raise NamesFeeling(said % {"word": word})
