"""Why a case went where it went, and what a service level means: `{% load reasons %}`."""

from django import template

from samspil.core.routing import Level
from samspil.governance.queries import class_name
from samspil.review.forms import LEVELS
from samspil.review.queries.columns import STAGES
from samspil.work.models import Case
from samspil.work.queries import reason_words

register = template.Library()


@register.filter
def reason(case: Case) -> str:
    """The reason as a sentence; empty before the case is routed."""
    return reason_words(case)


@register.filter
def level_words(level: str) -> str:
    """A service level in words; empty where there is none."""
    return str(LEVELS[Level(level)]) if level else ""


@register.filter
def class_words(data_class: str) -> str:
    """A class of data in words."""
    return class_name(data_class)


@register.filter
def stage_words(stage: str) -> str:
    """Where a case stands, in words."""
    return str(STAGES[stage])
