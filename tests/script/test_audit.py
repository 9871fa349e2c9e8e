"""A secret in a file is found; what looks like one in a test is named with its reason."""

from pathlib import Path

from script.audit import MADE_UP, secrets_in
from tests.architecture import tree


def test_a_private_key_and_a_token_are_found(tmp_path: Path):
    file = tmp_path / "settings.py"
    file.write_text(
        "KEY = '''-----BEGIN RSA " + "PRIVATE KEY-----'''\nTOKEN = 'gh" + f"p_{'a1B2' * 9}'\n"
    )

    found = [line.rpartition(":")[2] for line in secrets_in([file])]

    assert sorted(found) == ["1 Private Key", "2 GitHub Token"]


def test_ordinary_settings_are_no_secrets(tmp_path: Path):
    file = tmp_path / "settings.py"
    file.write_text("KEY_BYTES = 32\nPASSWORD_FILE = 'keys/secret.key'\n")

    assert [*secrets_in([file])] == []


def test_every_file_that_is_left_out_still_holds_what_only_looks_like_one():
    assert len({*MADE_UP}) == len([*secrets_in([tree.ROOT / name for name in MADE_UP])])
