"""Where Samspil is put together: settings, addresses, navigation, jobs, the command line."""

from samspil.config.threads import use_one_core

use_one_core()
