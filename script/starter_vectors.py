"""Write the starter examples of triage as vectors anew, after they or the embedding changed.

.venv/bin/python script/starter_vectors.py [KIND …]
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from samspil.adapters.embedding.e5 import E5, weights_of_package  # noqa: E402
from samspil.skills.triage.starter import STARTERS, starter_examples  # noqa: E402
from samspil.skills.triage.starter_vectors import FILE, write_vectors  # noqa: E402


def main() -> None:
    """Read every example and the name of every topic; takes minutes."""
    weights = weights_of_package()
    if weights is None:
        sys.exit("The embedding is not installed. Run: script/setup")
    embedder = E5.load(weights)
    for kind in sys.argv[1:] or STARTERS:
        examples = starter_examples(kind)
        names = sorted({example.topic.replace("_", " ") for example in examples})
        texts = [*dict.fromkeys([*(example.text for example in examples), *names])]
        path = ROOT / "samspil" / "skills" / "triage" / "starter" / kind / FILE
        write_vectors(path, texts, embedder=embedder)
        print(f"{len(texts)} vectors in {kind}/{path.name}.")


if __name__ == "__main__":
    main()
