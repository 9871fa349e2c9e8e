"""One processor core for each process, before anything that reckons is loaded.

Libraries for reckoning start a thread on every core by default. Web processes and workers are the
unit that is multiplied here: on two cores two workers with two threads each hinder one another,
and threads that wait by spinning take the core from who has work. What the environment says holds.
"""

import os

ONE_CORE = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_WAIT_POLICY": "passive",
}


def use_one_core() -> None:
    """Read by the libraries when they are loaded, so it must come first."""
    for name, value in ONE_CORE.items():
        os.environ.setdefault(name, value)
