"""What an event log shows: who follows whom, how often, how long it waits, what comes again."""
