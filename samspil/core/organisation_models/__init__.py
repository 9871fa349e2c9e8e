"""The three ways in which people and AI share a process; one file each, listed here."""

from types import MappingProxyType

from samspil.core.organisation_models import collaborative, complementary, supervised
from samspil.core.organisation_models.contract import OrganisationModel

MODELS: MappingProxyType[str, OrganisationModel] = MappingProxyType(
    {model.name: model for model in (complementary.MODEL, collaborative.MODEL, supervised.MODEL)}
)
