"""`samspil demo` as somebody types it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from samspil.demo.management.home import locked
from samspil.demo.management.progress import Bar, stoppable
from samspil.demo.management.working import free_port
from samspil.tenancy.models import Organisation


def started(*words: str, in_home: Path) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMSPIL_")}
    return subprocess.Popen(
        [sys.executable, "-m", "django", "demo", "--once", *words],
        env={**kept, "SAMSPIL_HOME": str(in_home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def interrupted(*words: str, at: str, in_home: Path) -> str:
    """What it says when somebody presses Ctrl-C as soon as it has said `at`."""
    with started(*words, in_home=in_home) as process:
        assert process.stdout
        said = []
        for line in process.stdout:
            said.append(line)
            if at in line:
                process.send_signal(signal.SIGINT)
                break
        said.append(process.communicate()[0])
    # Python ends by the signal itself where it hit code made from text: the same to a shell.
    assert process.returncode in (130, -signal.SIGINT), said
    return "".join(said)


@pytest.mark.slow
def test_an_interrupted_run_is_kept_gone_on_with_or_begun_afresh(home: Path):
    stopped = interrupted("--small", at="AI learns its first lessons", in_home=home)
    kept = interrupted("--keep", at="Going on with the company", in_home=home)
    letters = home / "mail"
    letters.mkdir(exist_ok=True)
    (letters / "ours.eml").write_text("To: mette@havgaard.example\n\nHello")
    (letters / "others.eml").write_text("To: somebody@fjordvang.example\n\nHello")
    afresh = interrupted("--small", at="Starting afresh", in_home=home)

    assert "What was made stays" in stopped
    assert "Starting afresh" not in kept
    assert "Starting afresh" in afresh
    assert [one.name for one in letters.glob("*.eml")] == ["others.eml"]
    assert not (home / "demonstration.json").exists()


def test_a_database_with_somebody_elses_company_is_left_alone(organisation: Organisation):
    with pytest.raises(CommandError, match="Nordlys"):
        call_command("demo", "--once")


def test_two_demonstrations_never_share_a_home(db: None):
    with locked(), pytest.raises(CommandError, match="is running"):
        call_command("demo", "--once")


def test_a_port_that_is_taken_is_passed_over():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert free_port(port, host="127.0.0.1") > port


def test_ctrl_c_that_a_library_swallowed_ends_the_next_step():
    before = signal.getsignal(signal.SIGINT)

    with stoppable(), Bar("Work", total=2) as bar:
        bar(1)
        with contextlib.suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            bar(2)

    assert signal.getsignal(signal.SIGINT) is before
    Bar("Work", total=1)(1)
