"""The `samspil` command: the commands of all slices under one name."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run `samspil COMMAND …`; a dash in a command's name may be typed as it is shown."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samspil.config.settings")
    words = sys.argv[:]
    if len(words) > 1:
        words[1] = words[1].replace("-", "_") if not words[1].startswith("-") else words[1]
    execute_from_command_line(words)
