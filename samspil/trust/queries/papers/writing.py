"""A paper as a file, in a language."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import override

from samspil.adapters.writing import Cover, pdf_file, word_file
from samspil.core.file_kinds import PDF, WORD
from samspil.core.filings.content import Filing, Paper
from samspil.people.queries import day_of
from samspil.tenancy.queries import current
from samspil.trust.models import Format
from samspil.trust.queries.papers.telling import as_of, blocks_of, text_of, title_of

KINDS: Mapping[str, str] = MappingProxyType({Format.PDF.value: PDF, Format.DOCX.value: WORD})
"""The media type of each format."""
WRITERS = {Format.PDF: pdf_file, Format.DOCX: word_file}


def written(filing: Filing, *, language: str, form: Format, at: datetime) -> bytes:
    """The file. The same facts at the same moment give the same file; no AI has written in it."""
    here = current()
    company = here.name
    with override(language), timezone.override(ZoneInfo(here.time_zone)):
        title = title_of(filing.paper)
        named = "" if filing.named == company else f": {text_of(filing.named)}"
        cover = Cover(
            title=f"{title}{named}", language=language, at=at, author=company,
            foot=f"{company} · {title} · {as_of(at)}",
        )  # fmt: skip
        return WRITERS[form](blocks_of(filing, company=company, at=at), about=cover)


def name_of(paper: Paper, *, language: str, form: str, at: datetime) -> str:
    """What the file is called."""
    return f"{paper}-{day_of(at)}-{language}.{form}"
