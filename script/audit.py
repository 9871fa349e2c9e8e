"""What Samspil must not carry: secrets in its files, packages with known weaknesses.

.venv/bin/python script/audit.py; ends with 1 where something was found.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from detect_secrets.core.secrets_collection import SecretsCollection
from detect_secrets.settings import transient_settings

ROOT = Path(__file__).resolve().parent.parent
NO_TEXT = (".po", ".mo", ".png", ".svg", ".gz", ".npy", ".bin", ".pdf", ".docx", ".xlsx", ".min.js")
LOOKED_FOR = (
    *("AWSKeyDetector", "AzureStorageKeyDetector", "BasicAuthDetector", "GitHubTokenDetector"),
    *("GitLabTokenDetector", "JwtTokenDetector", "NpmDetector", "OpenAIDetector"),
    *("PrivateKeyDetector", "PypiTokenDetector", "SendGridDetector", "SlackDetector"),
    *("StripeDetector", "TwilioKeyDetector"),
)
MADE_UP = {
    "deploy/systemd/environment.example": "shows how an address is written",
    "docs/settings.md": "shows how an address is written",
    "tests/adapters/test_sites.py": "an address with a password is refused",
    "tests/core/gateway/test_addresses.py": "an address with a password is refused",
    "tests/core/test_bulk.py": "a name that looks like a token",
}
"""Files in which something looks like a secret and is none, and why."""


def secrets_in(paths: Iterable[Path]) -> Iterator[str]:
    """Where in these files something stands that looks like a secret."""
    with transient_settings({"plugins_used": [{"name": one} for one in LOOKED_FOR]}):
        found = SecretsCollection()
        for path in paths:
            found.scan_file(str(path))
        for name, secret in found:
            yield f"{name}:{secret.line_number} {secret.type}"


def known_weaknesses(lock: Path) -> tuple[list[str], int, int]:
    """Weaknesses of the packages of a lock; how many were looked up, and how many could not be."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--disable-pip"]
    done = subprocess.run(
        [*command, "--no-deps", "--format", "json", "--progress-spinner", "off"],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        rows = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return [], 0, 0
    looked = [one for one in rows if "skip_reason" not in one]
    found = [
        f"{one['name']} {one['version']}: {weak['id']}" for one in looked for weak in one["vulns"]
    ]
    return found, len(looked), len(rows) - len(looked)


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    names = [one for one in listed.stdout.split("\0") if one and not one.endswith(NO_TEXT)]
    return [Path(one) for one in names if one not in MADE_UP]


def main() -> int:
    """Look, say what was found and what could not be looked up; 1 where something was found."""
    paths = _tracked()
    secrets = [*secrets_in(paths)]
    print(f"secrets                {len(secrets)} in {len(paths)} files")
    weak, looked, unknown = known_weaknesses(ROOT / "requirements" / "base.txt")
    print(f"known weaknesses       {len(weak)} in {looked} packages", end="")
    print(f"; {unknown or 'all'} could not be looked up" if unknown or not looked else "")
    for line in (*secrets, *weak):
        print(f"  {line}")
    return 1 if secrets or weak else 0


if __name__ == "__main__":
    sys.exit(main())
