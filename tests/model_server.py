"""A model server on this machine that answers what a test laid down, in the OpenAI protocol."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(slots=True, kw_only=True)
class Script:
    """What to answer, in turn; the last for ever. Bytes and numbers are sent as they are.

    `asked` holds the bodies that came, `headers` and `paths` what came with them.
    """

    answers: list[str | bytes | int] = field(default_factory=list)
    pause_s: float = 0
    drip: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""

    def next(self) -> str | bytes | int:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    @property
    def prompt(self) -> str:
        """Everything that was last sent."""
        return "\n".join(one["content"] for one in self.asked[-1]["messages"])


def as_completion(text: str) -> bytes:
    """An answer as model servers send it."""
    told = {
        "id": "x",
        "object": "chat.completion",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": text}}],
        "usage": {"prompt_tokens": 42, "completion_tokens": 7, "total_tokens": 49},
    }
    return json.dumps(told).encode()


@contextmanager
def model_server(*answers: str | bytes | int, **more: Any) -> Iterator[Script]:
    """A server that is there as long as the block; `url` is its base address."""
    script = Script(answers=list(answers), **more)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            script.paths.append(self.path)
            script.headers.append(dict(self.headers))
            script.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            time.sleep(script.pause_s)
            told = script.next()
            with suppress(OSError):
                self.tell(told)

        def tell(self, told: str | bytes | int) -> None:
            if isinstance(told, int):
                self.send_response(told)
                self.send_header("Location", f"{script.url}/elsewhere")
                self.end_headers()
                return
            body = as_completion(told) if isinstance(told, str) else told
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for start in range(0, len(body), 1 if script.drip else len(body) or 1):
                self.wfile.write(body[start : start + 1] if script.drip else body)
                time.sleep(0.05 if script.drip else 0)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    script.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
