"""Each owns whole steps: AI sorts, a person replies, the unusual is handed over at once."""

from samspil.core.organisation_models.contract import OrganisationModel, Route, Step

MODEL = OrganisationModel(
    name="complementary", wanted={Step.SORT: Route.ALONE, Step.REPLY: Route.PERSON}
)
