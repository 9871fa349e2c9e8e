"""The first hour: found an organisation, and see what is still to be done."""
