"""Write what Samspil consists of as a CycloneDX list: .venv/bin/python script/sbom.py > sbom.json.

Packages are those of requirements/base.txt that this machine installs, with the hashes that are
accepted and the licence each states; files copied into the project follow from VENDORED.md.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "base.txt"
VENDORED = ROOT / "samspil" / "web" / "static" / "web" / "VENDORED.md"
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
ENTRY = re.compile(r"^([A-Za-z0-9][^\n#]*?)((?: \\\n    --hash=\S+)+)$", re.MULTILINE)
TROVE = "License :: "
READ = {"pysqlite3": "Zlib"}
"""Licences of packages that state none where programs look, as read in their own repositories."""


def bill() -> Bom:
    """All parts of Samspil on this machine."""
    about = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    whole = Component(
        name=about["name"],
        version=about["version"],
        type=ComponentType.APPLICATION,
        bom_ref=about["name"],
        licenses=[DisjunctiveLicense(id=about["license"])],
    )
    bom = Bom(components=[*packages(LOCK.read_text()), *vendored(VENDORED.read_text())])
    bom.metadata.component = whole
    bom.register_dependency(whole, list(bom.components))
    return bom


def packages(lock: str) -> Iterator[Component]:
    """The packages of a lock that this machine needs. Raises where one is not installed."""
    for line, hashes in ENTRY.findall(lock):
        wanted = Requirement(line)
        if wanted.marker is not None and not wanted.marker.evaluate():
            continue
        version = str(wanted.specifier).removeprefix("==")
        purl = PackageURL("pypi", name=wanted.name, version=version)
        yield Component(
            name=wanted.name,
            version=version,
            type=ComponentType.LIBRARY,
            bom_ref=str(purl),
            purl=purl,
            hashes=[
                HashType(alg=HashAlgorithm.SHA_256, content=one) for one in HASH.findall(hashes)
            ],
            licenses=[_licence(distribution(wanted.name))],
        )


def vendored(table: str) -> Iterator[Component]:
    """The files copied from other packages, by the rows of their table."""
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()]
    for _file, package, version, licence, sha in (row for row in rows if len(row) == 5):
        if len(sha) != 64:
            continue
        group, _, name = package.rpartition("/")
        purl = PackageURL("npm", namespace=group, name=name, version=version)
        yield Component(
            name=name,
            group=group,
            version=version,
            type=ComponentType.LIBRARY,
            bom_ref=str(purl),
            purl=purl,
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha)],
            licenses=[DisjunctiveLicense(name=licence)],
        )


def _licence(package: Distribution) -> LicenseExpression | DisjunctiveLicense:
    """What a package says of its licence: its expression, its classifiers, or its words."""
    about = package.metadata
    if package.name in READ:
        return LicenseExpression(READ[package.name])
    if about["License-Expression"]:
        return LicenseExpression(about["License-Expression"])
    classed = [one for one in about.get_all("Classifier") or [] if one.startswith(TROVE)]
    said = ", ".join(one.rpartition(" :: ")[2] for one in classed) or about["License"]
    if not said:
        sys.exit(f"{about['Name']} states no licence: say it here, with where you read it.")
    return DisjunctiveLicense(name=said.splitlines()[0])


if __name__ == "__main__":
    print(JsonV1Dot6(bill()).output_as_string(indent=2))
