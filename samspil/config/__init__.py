"""Where Samspil is put together: settings, addresses, navigation, jobs, the command line."""

import os

# Before numpy is first imported: many small products run faster on one thread, and threads that
# spin while they wait take the processor from the web.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
