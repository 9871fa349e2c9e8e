"""Keep the processes of one machine alive: start them, restart what dies, stop them together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

PR_SET_PDEATHSIG = 1
FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 10.0
STEADY_S = 5.0  # who lived this long starts again with the first pause
GRACE_S = 40.0  # longer than the web and a worker give themselves


@dataclass(slots=True, kw_only=True)
class Child:
    """One process to keep alive."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    start_at: float = 0.0
    pause_s: float = FIRST_PAUSE_S


@dataclass(slots=True, kw_only=True)
class Supervisor:
    """Children of this process; `say` tells a person what happens to them."""

    children: Sequence[Child]
    say: Callable[[str], object]
    inherited: Sequence[int] = ()
    _stopping: bool = field(default=False, init=False)

    def run(self) -> None:
        """Keep the children alive until SIGTERM or SIGINT, then stop them all."""
        caught = {signal.SIGTERM, signal.SIGINT, signal.SIGCHLD}
        signal.pthread_sigmask(signal.SIG_BLOCK, caught)
        try:
            while not self._stopping:
                self._start_due()
                self._notice(signal.sigtimedwait(caught, self._next_due_s()))
        finally:
            self._stop_all()

    def _notice(self, received: "signal.struct_siginfo | None") -> None:
        if received is not None and received.si_signo != signal.SIGCHLD:
            self._stopping = True
        for child in self.children:
            if child.process is not None and child.process.poll() is not None:
                self._bury(child, status=child.process.returncode)

    def _start_due(self) -> None:
        now = time.monotonic()
        for child in self.children:
            if child.process is None and child.start_at <= now:
                child.process = self._start(child)
                child.started_at = now

    def _start(self, child: Child) -> subprocess.Popen[bytes]:
        parent = os.getpid()
        return subprocess.Popen(
            child.command,
            pass_fds=self.inherited,
            start_new_session=True,  # Ctrl-C reaches only the supervisor, which passes it on
            preexec_fn=lambda: _die_with(parent),
        )

    def _bury(self, child: Child, *, status: int) -> None:
        now = time.monotonic()
        if now - child.started_at >= STEADY_S:
            child.pause_s = FIRST_PAUSE_S
        if not self._stopping:
            self.say(f"{child.name} ended ({status}); it starts again in {child.pause_s:g} s.")
        child.process, child.start_at = None, now + child.pause_s
        child.pause_s = min(child.pause_s * 2, LONGEST_PAUSE_S)

    def _next_due_s(self) -> float:
        now = time.monotonic()
        due = [child.start_at - now for child in self.children if child.process is None]
        return max(0.0, min(due, default=LONGEST_PAUSE_S))

    def _stop_all(self) -> None:
        alive = [child.process for child in self.children if child.process is not None]
        for process in alive:
            process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE_S
        for process in alive:
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()


def _die_with(parent: int) -> None:
    """In the child: be told to stop when the supervisor dies, even by kill -9 (on Linux)."""
    signal.pthread_sigmask(signal.SIG_SETMASK, set())
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)
