"""What a program that watches the installation can ask, and what it can read: no personal data."""
