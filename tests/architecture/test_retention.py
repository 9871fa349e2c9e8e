"""No personal data without a rule that says how long it is kept: LR6."""

import pytest
from django.apps import apps
from django.db.models import CASCADE, Model

from samspil.core.retention.categories import Category, Country
from samspil.core.retention.holds import Holds
from samspil.core.retention.periods import NEVER, Reach
from samspil.core.retention.rules import rule_of
from samspil.knowledge.models import MayBeNamed
from samspil.trust.queries.retention import OVER

BY_CONSENT = {MayBeNamed: Category.CONSENTS}
"""Goes when somebody takes it back, and with no period."""


def own_models() -> list[type[Model]]:
    return [one for one in apps.get_models() if one.__module__.startswith("samspil.")]


def personal(model: type[Model]) -> bool:
    return "Personal data" in (model.__doc__ or "")


def swept() -> set[type[Model]]:
    """What a sweep takes, and whatever goes with it."""
    nothing = Reach(before=NEVER, holds=Holds())
    found = {over(nothing).model for some in OVER.values() for over in some}
    while more := {one for one in own_models() if goes_with(one, found)} - found:
        found |= more
    return found


def goes_with(model: type[Model], others: set[type[Model]]) -> bool:
    return any(
        field.related_model in others
        and getattr(field.remote_field, "on_delete", None) is CASCADE
        and not field.null
        for field in model._meta.get_fields()
        if field.many_to_one or field.one_to_one
        if not field.auto_created
    )


def test_lr6_every_model_with_personal_data_is_swept(organisation):
    without = {one for one in own_models() if personal(one)} - swept() - set(BY_CONSENT)

    assert without == set()


def test_a_model_without_a_sweep_would_be_noticed(organisation):
    assert any(personal(one) for one in swept())
    assert MayBeNamed not in swept()


@pytest.mark.either
def test_lr6_what_no_sweep_takes_has_a_rule_that_says_it_stays():
    stays = [one for one in Category if one not in OVER]

    assert stays == [Category.CONSENTS, Category.JOURNAL]
    assert all(rule_of(one, Country.EU).days is None for one in stays)
