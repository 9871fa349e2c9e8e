"""A short secret can be read with its key, for its owner, and not otherwise."""

import pytest

from samspil.adapters.sealing import BrokenSeal, seal, unseal

KEY, OTHER = b"k" * 32, b"o" * 32


def test_a_secret_comes_back_and_does_not_show():
    sealed = seal("sk-hemmelig", of="server/1", key=KEY)

    assert b"hemmelig" not in sealed
    assert sealed != seal("sk-hemmelig", of="server/1", key=KEY)
    assert unseal(sealed, of="server/1", key=KEY) == "sk-hemmelig"


@pytest.mark.parametrize(("of", "key"), [("server/2", KEY), ("server/1", OTHER)])
def test_another_key_or_owner_opens_nothing(of, key):
    sealed = seal("sk-hemmelig", of="server/1", key=KEY)

    with pytest.raises(BrokenSeal):
        unseal(sealed, of=of, key=key)


def test_what_was_altered_opens_no_more():
    sealed = seal("sk-hemmelig", of="server/1", key=KEY)

    with pytest.raises(BrokenSeal):
        unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), of="server/1", key=KEY)
