"""What deploy/ starts exists, what it sets is known, and what can be tried here is tried."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import get_commands, load_command_class

from samspil.config.environment import Environment
from samspil.config.proxies import read_proxies
from tests.architecture import tree

DEPLOY = tree.ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
INSTALLED = "/opt/samspil/.venv/bin/samspil"
KNOWN = {f"SAMSPIL_{name.upper()}" for name in Environment.model_fields}


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return found


def check_command(words: list[str]) -> None:
    """Fail unless `samspil` knows the command and each of its options."""
    name = words[0].replace("-", "_")
    application = get_commands()[name]
    assert isinstance(application, str)
    command = load_command_class(application, name)
    command.create_parser("samspil", name).parse_args(words[1:])


def started(text: str) -> list[list[str]]:
    """The words of every `samspil …` in a line of a shell or a unit."""
    found = re.findall(r"samspil ((?:backup|serve|worker|prepare)[^']*)", text)
    return [shlex.split(line.replace("%i", "1")) for line in found]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_unit_starts_a_command_there_is(unit: Path):
    lines = re.findall(r"^ExecStart=(.+)$", unit.read_text(), re.MULTILINE)

    commands = [words for line in lines for words in started(line)]

    assert len(commands) == 1
    check_command(commands[0])


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_reads_the_units(tmp_path):
    for unit in (DEPLOY / "systemd").glob("samspil*"):
        (tmp_path / unit.name).write_text(unit.read_text().replace(INSTALLED, "/bin/true"))

    done = subprocess.run(
        ["systemd-analyze", "verify", *tmp_path.iterdir()],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_unit_is_shut_in(unit: Path):
    lines = set(unit.read_text().splitlines())

    assert {"User=samspil", "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes",
            "PrivateTmp=yes", "CapabilityBoundingSet=", "UMask=0077"} <= lines  # fmt: skip


def test_the_example_of_settings_can_be_read(monkeypatch):
    text = (DEPLOY / "systemd" / "environment.example").read_text()
    lines = re.findall(r"^#?(SAMSPIL_\w+)=(.*)$", text, re.MULTILINE)

    for name, value in lines:
        monkeypatch.setenv(name, value)

    assert {name for name, _ in lines} <= KNOWN
    assert Environment().database()["USER"] == "samspil_app"
    assert read_proxies(Environment().trusted_proxies).trusts("127.0.0.1")


def test_compose_starts_commands_there_are():
    services = compose()["services"]

    words = {name: started(shlex.join(one["command"])) for name, one in services.items()
             if "command" in one and "backup" not in name}  # fmt: skip

    assert set(words) == {"prepare", "web", "worker-1", "worker-2"}
    for (command,) in words.values():
        check_command(command)


def test_compose_gives_each_worker_a_slot_of_its_own():
    services = compose()["services"]

    slots = [one["command"][-1] for name, one in services.items() if name.startswith("worker")]

    assert slots == ["1", "2"]


def test_compose_sets_what_is_known_and_only_prepare_is_the_owner():
    services = compose()["services"]
    ours = {name: set(one["environment"]) for name, one in services.items() if name != "db"}

    assert set.union(*ours.values()) <= KNOWN
    assert [name for name, told in ours.items() if "SAMSPIL_OWNER_DATABASE_URL" in told] == [
        "prepare"
    ]


def test_images_are_plain_names():
    images = {one.get("image") for one in compose()["services"].values()}
    base = re.findall(r"^FROM (\S+)", (DEPLOY / "Containerfile").read_text(), re.MULTILINE)

    assert images == {"samspil", "postgres:18"}
    assert base == ["python:3.12-slim"]


def test_what_the_container_copies_is_there():
    text = (DEPLOY / "Containerfile").read_text()
    copied = [name for line in re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE)
              for name in line.split()]  # fmt: skip

    assert [name for name in copied if not (tree.ROOT / name).exists()] == []


def test_the_roles_are_those_of_the_documents():
    def statements(text: str) -> set[str]:
        found = re.findall(r"(?:CREATE (?:ROLE|DATABASE)|ALTER DEFAULT)[^;]+;", text)
        return {re.sub(r"\s+", " ", re.sub(r"PASSWORD \S+", "PASSWORD", one)) for one in found}

    script = (DEPLOY / "postgresql" / "roles.sh").read_text()
    settings = (tree.ROOT / "docs" / "settings.md").read_text()

    assert statements(script) == statements(settings)
    assert len(statements(script)) == 7
