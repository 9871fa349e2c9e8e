"""Whoever asks what answers is recognised in many wordings, and nobody else is."""

import pytest

from samspil.core.chat.itself import asks_what_it_is, beside_that

ASKING = """
Er du et menneske? | Er du en robot? | Er du et rigtigt menneske? | Er du AI? | Er du ægte?
Er du egentlig en chatbot? | Taler jeg med et rigtigt menneske? | Snakker jeg med en computer?
Skriver jeg med en robot lige nu? | Hvem er du? | Hvad er du egentlig? | Er det her en bot?
Hvem taler jeg med? | Er I mennesker eller robotter? | Er du kunstig intelligens? | er du chatgpt
Sidder der et menneske i den anden ende?
Bist du ein Mensch? | Bist du ein Roboter? | Sind Sie eine Maschine? | Ist das ein Chatbot?
Spreche ich hier mit einem echten Menschen? | Schreibe ich gerade mit einer KI? | Bist du echt?
Wer sind Sie? | Was bist du eigentlich? | Mit wem spreche ich? | Sind Sie eine echte Person?
Sitzt da ein echter Mensch? | Bist du eine künstliche Intelligenz? | Ist das hier nur ein Bot?
Are you a human? | Are you a robot? | are you human | r u a bot | Are you a real person?
Am I talking to a human? | Am I chatting with a bot? | Is this a bot? | Is this AI? | Are you real?
Is this an actual person? | Who am I talking to? | What are you? | Who are you? | Are you ChatGPT?
Are you an AI or a person? | Is there a real person here? | Hi! Are you a machine?
Am I talking to a real human being right now?
"""
NOT_ASKING = """
Hvor mange mennesker arbejder her? | Jeg vil tale med et menneske | Er det en god idé?
Er computeren min egen? | Er I åbne lørdag? | Hvad er du glad for? | Hvem er min leder?
Wie viele Menschen arbeiten hier? | Ich möchte mit einem Menschen sprechen
Ist das Programm kostenlos? | Wer bist du, der mir hilft | Sind Sie samstags offen?
How many people work here? | I want to talk to a human | Are you open on Sunday?
Is there a robot vacuum in stock? | Is this machine covered? | Who are you going to send?
What are you doing about my invoice? | Is it a real leather sofa? | Are you hiring people in May?
"""


def wordings(listed: str) -> list[str]:
    return [one.strip() for line in listed.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("text", wordings(ASKING))
def test_whoever_asks_what_it_is_is_understood(text):
    assert asks_what_it_is(text)
    assert asks_what_it_is(text.upper())


@pytest.mark.parametrize("text", wordings(NOT_ASKING))
def test_other_questions_are_not_taken_for_it(text):
    assert not asks_what_it_is(text)


def test_what_is_said_beside_it_is_not_lost():
    assert beside_that("Are you a robot?") == ""
    assert "my invoice" in beside_that("Are you a robot? Where is my invoice?")
