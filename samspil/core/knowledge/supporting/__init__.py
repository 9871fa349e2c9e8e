"""Whether passages say what a sentence says: by words, figures, names and negations, in code.

Strict on purpose: what cannot be shown to stand there counts as unsupported. It knows words, their
forms, parts of compounds and everyday synonyms; it does not understand. A sentence in another
language than its passages is unsupported.
"""

from samspil.core.knowledge.supporting.checking import Fault, fault_of, place_of

__all__ = ["Fault", "fault_of", "place_of"]
