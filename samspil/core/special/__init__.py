"""Words that speak of what the law protects most: Articles 9 and 10 of the GDPR.

They are looked for so that a person decides, and for nothing else: nobody is described by them, no
skill learns from them. One hit is enough, and a false one costs a look.
"""

from samspil.core.special.finding import mention_of, mentions_of
from samspil.core.special.wordings import VOCABULARY, Kind

__all__ = ["VOCABULARY", "Kind", "mention_of", "mentions_of"]
