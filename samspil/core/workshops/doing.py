"""What there is to do in each phase."""

from collections.abc import Mapping

from samspil.core.workshops.phases import Phase

WORDS: Mapping[Phase, str] = {
    Phase.GATHER: "What might AI help with? Propose whatever takes time. Nobody sees who proposed "
    "it.",
    Phase.ESTIMATE: "At your table, take one proposal after the other and say together what it "
    "would bring.",
    Phase.VOTE: "Spread your points over the proposals. Nobody sees how you vote.",
    Phase.RESULT: "This is what the room thinks. Choose what is to be tried.",
}
"""Each in English; translations use the same sentence as their key."""
