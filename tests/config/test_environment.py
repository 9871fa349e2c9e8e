"""What the environment may say, and how it is understood."""

import pytest

from samspil.config.environment import Environment


@pytest.mark.parametrize(
    ("said", "meant"),
    [("", "learning"), ("off", "off"), ("False", "off"), ("learning", "learning"), ("1", "on")],
)
def test_the_embedding_is_off_learns_or_is_on(said, meant, monkeypatch):
    monkeypatch.setenv("SAMSPIL_EMBEDDING", said)

    assert Environment().embedding == meant


def test_another_word_for_the_embedding_is_refused(monkeypatch):
    monkeypatch.setenv("SAMSPIL_EMBEDDING", "sometimes")

    with pytest.raises(ValueError, match="off"):
        Environment()
