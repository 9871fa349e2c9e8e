"""Pages on skills and on what they are taught."""

from samspil.teaching.views.lessons import discard, lesson, start, teach_kept, upload
from samspil.teaching.views.overview import skills
from samspil.teaching.views.versions import compare, use, version, versions

__all__ = [
    "compare",
    "discard",
    "lesson",
    "skills",
    "start",
    "teach_kept",
    "upload",
    "use",
    "version",
    "versions",
]
