"""What stands in the repository installs anywhere, the same for everybody."""

import re

from tests.architecture import tree

ELSEWHERE = {
    "package registry": re.compile(
        r"p[y]pi\.org|python[h]osted\.org|n[p]mjs\.(?:org|com)|--(?:extra-)?index-url\b"
    ),
    "somebody's machine": re.compile(r"(?<![\w.}])/(?:home/[a-z]|Users/[A-Za-z]|root/)"),
}
PINNED = re.compile(r"[\w.-]+(?:\[[\w,-]+\])?==[\w.+!-]+(?: ; .+)? \\")


def places(text: str) -> list[str]:
    """What in a text ties it to one place."""
    return [name for name, pattern in ELSEWHERE.items() if pattern.search(text)]


def loose(lock: str) -> list[str]:
    """The requirements of a lock that name no version, or have no hash in the line below."""
    lines = lock.splitlines()
    wanted = [(at, line) for at, line in enumerate(lines) if line and line[0] not in " #"]
    return [
        line
        for at, line in wanted
        if not PINNED.fullmatch(line) or not lines[at + 1].startswith("    --hash=sha256:")
    ]


def test_no_file_names_a_registry_or_a_machine():
    found = {name: places(text) for name, text in tree.tracked_texts()}

    assert {name: names for name, names in found.items() if names} == {}


def test_a_registry_or_a_machine_would_be_noticed():
    host = "py" + "pi.org"

    assert places(f"see https://{host}/simple") == ["package registry"]
    assert places("cd /" + "home/anna/samspil") == ["somebody's machine"]
    assert places("at /work/processes/ in the pages") == []


def test_every_requirement_is_pinned_with_hashes():
    locks = sorted((tree.ROOT / "requirements").glob("*.txt"))

    assert {lock.name: loose(lock.read_text()) for lock in locks} == {"base.txt": [], "dev.txt": []}


def test_a_loose_requirement_would_be_noticed():
    lock = "django>=5 \\\n    --hash=sha256:00\nninja==1.0 \\\n    # via nobody\n"

    assert loose(lock) == ["django>=5 \\", "ninja==1.0 \\"]


def test_rules_are_tested_without_a_database(request):
    """Where another database is tested they are not even read."""
    needing = [
        item.nodeid
        for item in request.session.items
        if item.path.is_relative_to(tree.ROOT / "tests" / "core")
        and {"db", "transactional_db"} & set(item.fixturenames)
    ]
    assert needing == []
