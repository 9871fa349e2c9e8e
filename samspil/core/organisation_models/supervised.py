"""AI does whole runs where evidence allows; people take exceptions and samples."""

from samspil.core.organisation_models.contract import OrganisationModel, Route, Step

MODEL = OrganisationModel(
    name="supervised", wanted={Step.SORT: Route.ALONE, Step.REPLY: Route.ALONE}
)
