"""Rolling out what a pilot showed, team by team: phases, days, help, and early alarms."""
