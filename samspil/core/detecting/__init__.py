"""What in a text tells who somebody is, or what the law protects most: where it stands, and what.

Nothing leaves this package but places and kinds; what stood there is the caller's.
"""

from samspil.core.detecting.finding import IDENTITY, PERSONAL, SPOKEN_OF, WRITTEN, find, replaced
from samspil.core.detecting.kinds import Found, Kind

__all__ = ["IDENTITY", "PERSONAL", "SPOKEN_OF", "WRITTEN", "Found", "Kind", "find", "replaced"]
