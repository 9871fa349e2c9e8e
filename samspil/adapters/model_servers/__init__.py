"""Ask a language model over the OpenAI protocol; only `governance.ask_model` does."""

from samspil.adapters.model_servers.asking import MOST_BYTES, Endpoint, Reply, complete
from samspil.adapters.model_servers.failing import WORDS, Failure, NoReply

__all__ = ["MOST_BYTES", "WORDS", "Endpoint", "Failure", "NoReply", "Reply", "complete"]
