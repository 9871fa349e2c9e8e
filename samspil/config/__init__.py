"""Where Samspil is put together: settings, addresses, navigation, jobs, the command line."""
