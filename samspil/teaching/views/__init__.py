"""Pages on skills and on what they are taught."""

from samspil.teaching.views.decided import decisions
from samspil.teaching.views.examples import (
    add,
    change,
    examples,
    export_csv,
    export_xlsx,
    remove,
    restore,
)
from samspil.teaching.views.forgetting import forget, forget_now
from samspil.teaching.views.learning import answer, learning
from samspil.teaching.views.lessons import discard, lesson, start, teach_kept, upload
from samspil.teaching.views.overview import skills
from samspil.teaching.views.versions import compare, use, version, versions

__all__ = [
    "add",
    "answer",
    "change",
    "compare",
    "decisions",
    "discard",
    "examples",
    "export_csv",
    "export_xlsx",
    "forget",
    "forget_now",
    "learning",
    "lesson",
    "remove",
    "restore",
    "skills",
    "start",
    "teach_kept",
    "upload",
    "use",
    "version",
    "versions",
]
