"""AI proposes and a person decides each time."""

from samspil.core.organisation_models.contract import OrganisationModel, Route, Step

MODEL = OrganisationModel(
    name="collaborative", wanted={Step.SORT: Route.TOGETHER, Step.REPLY: Route.TOGETHER}
)
