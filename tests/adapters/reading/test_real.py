"""Real documents, where the public data sets are: none of them comes with Samspil."""

import os
from pathlib import Path

import pytest

from samspil.adapters.reading import read

ROOT = Path(__file__).resolve().parents[3]
DATA = Path(os.environ.get("SAMSPIL_DATA", ROOT.parent / "shared" / "data"))
needs_data = pytest.mark.skipif(
    not (DATA / "handbooks").is_dir(), reason="the handbooks are not in $SAMSPIL_DATA"
)


@needs_data
@pytest.mark.parametrize("language", ["da", "de", "en"])
def test_every_page_of_a_handbook_is_read_and_nothing_of_it_left_out(language: str):
    pages = sorted((DATA / "handbooks").glob(f"*_{language}/**/*.md"))

    readings = [read(page.name, page) for page in pages]

    assert readings
    assert [one.title for one in readings if one.warnings] == []
    assert any(one.headings for reading in readings for one in reading.sections)


@needs_data
def test_a_long_specification_is_read_under_its_headings():
    path = DATA / "spec_docs" / "3.2.0.md"

    reading = read(path.name, path)

    found = {one.headings[-1]: one.text for one in reading.sections}
    assert reading.title == "OpenAPI Specification"
    assert "Schema Object" in found
