"""What can be set or typed is written down, and what is written down exists."""

import re
from collections.abc import Iterable

from samspil.config.environment import Environment
from tests.architecture import tree

FOR_DEVELOPERS = {"SAMSPIL_TEST_DATABASE", "SAMSPIL_DATA"}


def settings() -> set[str]:
    return {f"SAMSPIL_{name.upper()}" for name in Environment.model_fields} | FOR_DEVELOPERS


def commands() -> set[str]:
    found = tree.PACKAGE.glob("*/management/commands/*.py")
    return {path.stem.replace("_", "-") for path in found if path.stem != "__init__"}


def document(name: str) -> str:
    return (tree.ROOT / "docs" / name).read_text()


def unwritten(names: Iterable[str], text: str) -> list[str]:
    """The names the text does not hold as words of their own."""
    return [
        name
        for name in sorted(names)
        if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
    ]


def test_every_setting_is_written_down():
    assert unwritten(settings(), document("settings.md")) == []


def test_every_setting_written_down_exists():
    named = set(re.findall(r"SAMSPIL_[A-Z_]+", document("settings.md")))

    assert named - settings() == set()


def test_every_setting_is_read_in_one_place():
    read = {
        str(path.relative_to(tree.ROOT))
        for path in tree.python_files("samspil")
        if re.search(r"environ(\[|\.get\()[\"']SAMSPIL_", path.read_text())
    }

    assert read == set()


def test_every_command_is_written_down():
    wanted = {f"samspil {name}" for name in commands()}

    assert unwritten(wanted, document("commands.md")) == []


def test_an_unwritten_name_would_be_noticed():
    text = "`SAMSPIL_HOME_PAGE` and `samspil worker-count`"

    assert unwritten(["SAMSPIL_HOME", "samspil worker"], text) == ["SAMSPIL_HOME", "samspil worker"]
