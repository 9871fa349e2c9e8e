"""Speed and quality on real data, on one core for each process as in the product."""

import samspil.config  # noqa: F401 - what it sets is read when numpy is loaded
