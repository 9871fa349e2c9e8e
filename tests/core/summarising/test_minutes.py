"""What was decided, who does what by when, and what is open."""

from datetime import date

import pytest

from samspil.core.summarising.meetings.due import due_in
from samspil.core.summarising.meetings.line import Sort, spoken
from samspil.core.summarising.meetings.minutes import minutes
from samspil.core.summarising.meetings.talk import topics
from samspil.core.summarising.meetings.transcript import NoTranscript, speakers, utterances

WEDNESDAY = date(2027, 1, 13)


def lines(text, language="en"):
    found = minutes(utterances(text), language=language, met_on=WEDNESDAY)
    return [(one.sort.value, one.owner, one.due, one.text) for one in found]


def sorts(text, language="en"):
    return [each[0] for each in lines(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anna: We have decided to close the old shop in May."),
        ("da", "Anna: Vi har besluttet at lukke den gamle butik i maj."),
        ("de", "Anna: Wir haben beschlossen, den alten Laden im Mai zu schließen."),
    ],
)
def test_a_decision_is_found(language, text):
    assert sorts(text, language) == ["decision"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anna: We have not decided to close the old shop."),
        ("en", "Anna: If we decided to close the shop, many would be sad."),
        ("en", "Anna: Have we decided to close the shop?"),
        ("en", "Anna: At the last meeting we decided to close the shop."),
        ("da", "Anna: Hvis vi beslutter at lukke, bliver mange kede af det."),
        ("da", "Anna: På sidste møde besluttede vi at lukke butikken."),
        ("de", "Anna: Wenn wir beschließen würden, zu schließen, wäre das schade."),
        ("de", "Anna: Vielleicht haben wir beschlossen, das zu lassen, wer weiß."),
    ],
)
def test_what_is_denied_supposed_asked_or_long_past_is_no_decision(language, text):
    assert "decision" not in sorts(text, language)


@pytest.mark.parametrize(
    ("language", "proposal", "yes"),
    [
        ("en", "I propose that we meet on Mondays from now on.", "Agreed."),
        ("da", "Jeg foreslår at vi mødes om mandagen fremover.", "Det er vedtaget."),
        ("de", "Ich schlage vor, dass wir uns montags treffen.", "Das ist beschlossen."),
    ],
)
def test_a_yes_settles_what_was_proposed(language, proposal, yes):
    ((sort, _, _, text),) = lines(f"Anna: {proposal}\nBo: {yes}", language)

    assert (sort, text) == ("decision", proposal)


def test_a_yes_to_nothing_settles_nothing():
    assert lines("Anna: The weather was fine all week.\nBo: Agreed.") == []


@pytest.mark.parametrize(
    ("language", "made", "taken"),
    [
        ("en", "We decided to rent the hall.", "Let's take that back, the hall is too small."),
        ("da", "Vi har besluttet at leje hallen.", "Det trækker vi tilbage, hallen er for lille."),
        ("de", "Wir haben beschlossen, die Halle zu mieten.", "Das nehmen wir zurück."),
    ],
)
def test_a_decision_that_is_taken_back_is_gone(language, made, taken):
    assert sorts(f"Anna: {made}", language) == ["decision"]
    assert "decision" not in sorts(f"Anna: {made}\nBo: {taken}", language)


def test_whoever_says_i_will_owns_the_action():
    assert lines("Anna Holm: I'll send the offer by Friday.") == [
        ("action", "Anna Holm", date(2027, 1, 15), "I'll send the offer by Friday.")
    ]


def test_whoever_is_named_owns_it_and_a_no_undoes_it():
    asked = "Anna Holm: Bo, can you order the desks by Friday?"

    assert lines(f"{asked}\nBo Lind: Yes, sure.")[0][:2] == ("action", "Bo Lind")
    assert lines(f"{asked}\nBo Lind: No, I am away.") == []


def test_nobody_named_is_said_as_nobody():
    assert lines("Anna: Someone has to call the bank before 1 February.") == [
        ("action", "", date(2027, 2, 1), "Someone has to call the bank before 1 February.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Anna: I will not send the offer this week.",
        "Anna: Maybe I could send the offer on Friday.",
        "Anna: I sent the offer to everybody yesterday.",
        "Anna: Jeg sender ikke noget tilbud på fredag.",
        "Anna: Ich schicke das Angebot nicht bis Freitag.",
    ],
)
def test_what_nobody_takes_on_is_no_action(text):
    language = {"J": "da", "I": "en"}.get(text[6], "en")
    language = "de" if "Ich" in text else language

    assert "action" not in sorts(text, language)


def test_a_question_that_nobody_can_answer_stays_open():
    assert sorts("Anna: What does the lease cost?\nBo: I don't know.") == ["question"]
    assert sorts("Anna: What does the lease cost?\nBo: It costs 900 euros.") == []


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("by Friday", date(2027, 1, 15)),
        ("on Wednesday", date(2027, 1, 20)),
        ("next Tuesday", date(2027, 1, 19)),
        ("tomorrow", date(2027, 1, 14)),
        ("next week", date(2027, 1, 22)),
        ("by the end of the month", date(2027, 1, 31)),
        ("within two weeks", date(2027, 1, 27)),
        ("inden fredag", date(2027, 1, 15)),
        ("i overmorgen", date(2027, 1, 15)),
        ("i næste uge", date(2027, 1, 22)),
        ("senest den 4. februar", date(2027, 2, 4)),
        ("d. 1/2", date(2027, 2, 1)),
        ("i uge 6", date(2027, 2, 12)),
        ("om 14 dage", date(2027, 1, 27)),
        ("bis Freitag", date(2027, 1, 15)),
        ("übermorgen", date(2027, 1, 15)),
        ("nächsten Montag", date(2027, 1, 18)),
        ("bis Ende des Monats", date(2027, 1, 31)),
        ("bis zum 3. Januar", date(2028, 1, 3)),
        ("KW 6", date(2027, 2, 12)),
    ],
)
def test_days_are_told_from_the_day_of_the_meeting(said, day):
    found = due_in(f"Anna sends it {said}.", met_on=WEDNESDAY)

    assert found is not None
    assert found.on == day


@pytest.mark.parametrize("said", ["last Friday", "sidste fredag", "jeden Freitag", "soon", "31/2"])
def test_what_is_over_or_comes_round_is_no_day(said):
    assert due_in(f"Anna sent it {said}.", met_on=WEDNESDAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\n1\n00:00:02.000 --> 00:00:04.000\n<v Anna Holm>We meet again.</v>\n",
        "WEBVTT\n\n00:02.000 --> 00:04.000\nAnna Holm: We meet again.\n",
        "1\n00:00:02,000 --> 00:00:04,000\nAnna Holm: We meet again.\n",
        "[00:00:02] Anna Holm: We meet again.",
        "0:02 Anna Holm: We meet again.",
        "Anna Holm   0:02\nWe meet again.",
        "[Anna Holm] 00:00:02\nWe meet again.",
    ],
)
def test_transcripts_of_every_kind_tell_who_and_when(text):
    (one,) = utterances(text)

    assert (one.speaker, one.at, one.text) == ("Anna Holm", 2, "We meet again.")


def test_a_sentence_that_captions_cut_is_one():
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>We have decided</v>\n\n"
        "00:02.000 --> 00:03.000\n<v Anna>to close the shop.</v>\n"
    )

    assert sorts(text) == ["decision"]


def test_a_transcript_without_names_is_read_and_names_nobody():
    said = utterances("We agreed to close the shop.\nSomeone has to tell the bank by Friday.")

    assert speakers(said) == []
    assert [one.sort for one in minutes(said, language="en", met_on=WEDNESDAY)] == [
        Sort.DECISION, Sort.ACTION,
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "WEBVTT\n\n", "12\n\n13\n", "00:01 --> 00:02\n"])
def test_where_nothing_was_said_that_is_said(text):
    with pytest.raises(NoTranscript):
        utterances(text)


def test_main_points_are_about_the_matter_and_never_about_those_who_speak():
    talk = "\n".join(
        [
            "Anna Holm: Anna is often late and rather slow with all of the offers.",
            "Bo Lind: The offers for the new hall came in and the cheapest costs 900 euros.",
            "Anna Holm: The hall has room for two hundred guests and a kitchen of its own.",
            "Bo Lind: My depression came back in the autumn after all of that moving.",
        ]
    )
    said = utterances(talk)
    rows = spoken(said, language="en")

    told = " ".join(point.text for one in topics(said, rows, language="en") for point in one.points)

    assert "900 euros" in told or "two hundred guests" in told
    assert "slow" not in told
    assert "depression" not in told


def test_topics_are_called_as_people_opened_them():
    talk = "\n".join(
        f"Anna: {said}"
        for said in (
            "First item is the summer party in June.",
            "The party needs a tent that is large enough for everybody in the company.",
            "The tent costs four hundred euros when it is rented for a single day.",
            "Next item is the new coffee machine.",
            "The coffee machine in the kitchen makes too much noise for the office beside it.",
            "A quieter machine costs twice as much as the one that stands there.",
        )
    )
    said = utterances(talk)

    found = topics(said, spoken(said, language="en"), language="en")

    assert [one.title for one in found] == [
        "First item is the summer party in June.",
        "Next item is the new coffee machine.",
    ]
