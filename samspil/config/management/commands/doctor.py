"""`samspil doctor`: is this installation well, and if not, what mends it?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from samspil.config.health import examine


class Command(BaseCommand):
    help = "Look the installation over; for everything that is wrong, name the mend."

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        for finding in examine():
            sign = "!!" if finding.mend else "ok"
            self.stdout.write(f"{sign}  {finding.what}: {finding.said}")
            if finding.mend:
                self.stdout.write(f"      {finding.mend}")
                wrong += 1
        if wrong:
            raise CommandError(f"{wrong} to mend.")
