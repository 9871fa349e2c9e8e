"""The list of what Samspil consists of is whole, and says what each part may be used for."""

import hashlib
import json
import re

import pytest
from cyclonedx.output.json import JsonV1Dot6

from script.sbom import VENDORED, bill
from tests.architecture import tree

LOCKED = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.]+)( ;)?", re.MULTILINE)
STRONG = re.compile(r"\bA?GPL|Affero|(?<!Lesser )General Public")
"""Licences under which Samspil as a whole would have to stand."""


@pytest.fixture(scope="module")
def parts():
    return {str(one.purl): one for one in bill().components}


def licence(part) -> str:
    (one,) = part.licenses
    return str(getattr(one, "value", None) or getattr(one, "id", None) or one.name)


def test_every_package_that_is_always_installed_is_listed_once_with_its_version(parts):
    lock = (tree.ROOT / "requirements" / "base.txt").read_text()

    locked = {f"pkg:pypi/{name}@{version}" for name, version, only in LOCKED.findall(lock)}
    always = {
        f"pkg:pypi/{name}@{version}" for name, version, only in LOCKED.findall(lock) if not only
    }

    assert len(always) > 40
    assert always <= set(parts)
    assert {one for one in parts if one.startswith("pkg:pypi")} <= locked


def test_every_copied_file_is_listed_and_is_the_one_that_was_copied(parts):
    copied = [one for purl, one in parts.items() if purl.startswith("pkg:npm")]
    sums = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDORED.parent.rglob("vendor/*/*.*")
    }

    assert {one.name for one in copied} == {"htmx.org", "pico", "lucide-static"}
    assert all(next(iter(one.hashes)).content in sums for one in copied)


def test_every_part_states_a_licence_under_which_samspil_may_be_what_it_is(parts):
    said = {purl: licence(one) for purl, one in parts.items()}

    assert all(said.values())
    assert {purl: text for purl, text in said.items() if STRONG.search(text)} == {}


def test_a_licence_that_binds_the_whole_would_be_noticed():
    assert STRONG.search("AGPL-3.0-only")
    assert STRONG.search("GNU General Public License v3")
    assert not STRONG.search("GNU Lesser General Public License v2 or later (LGPLv2+)")
    assert not STRONG.search("LGPL-3.0-only")


def test_the_file_names_no_place_of_download():
    text = JsonV1Dot6(bill()).output_as_string()

    assert json.loads(text)["bomFormat"] == "CycloneDX"
    assert "://" not in text.replace("http://cyclonedx.org/", "")
