"""`script/translations` keeps what translators wrote, and finds what they must still do."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from script.translations import Sentence, faults, sentences, updated

HELLO = Sentence(text="Hello {name}")
CASES = Sentence(text="%(n)d case", plural="%(n)d cases")


def catalog(**translations: str) -> Catalog:
    made = Catalog(locale="da")
    for text, translation in translations.items():
        made.add(text.replace("_", " "), translation)
    return made


def test_sentences_are_found_in_code_tables_and_pages(tmp_path: Path):
    (tmp_path / "views.py").write_text(
        'a = gettext("Save")\n'
        'b = ngettext("%(n)d case", "%(n)d cases", 2)\n'
        'c = pgettext("day", "May")\n'
    )
    (tmp_path / "routing.py").write_text('WORDS: dict = {1: "Stopped."}\nOTHER = {1: "no"}\n')
    pages = tmp_path / "templates" / "work"
    pages.mkdir(parents=True)
    (pages / "a.html").write_text(
        "<main>\n    {% translate 'Hello' %}\n  {% blocktranslate trimmed %}\n   You have\n"
        "      {{ n }} “tasks”.\n  {% endblocktranslate %}\n</main>"
    )

    assert sentences(tmp_path) == [
        CASES,
        Sentence(text="Hello"),
        Sentence(text="May", context="day"),
        Sentence(text="Save"),
        Sentence(text="Stopped."),
        Sentence(text="You have %(n)s “tasks”."),
    ]


def test_updating_keeps_translations_and_drops_what_is_no_longer_said():
    old = catalog(Save="Gem", Gone="Væk")

    text = updated(old, [Sentence(text="New"), Sentence(text="Save")], language="da")

    new = read_po(BytesIO(text.encode()))
    assert {message.id: message.string for message in new if message.id} == {
        "New": "",
        "Save": "Gem",
    }


def test_updating_twice_changes_nothing():
    once = updated(catalog(), [CASES, HELLO], language="de")

    assert updated(read_po(BytesIO(once.encode())), [CASES, HELLO], language="de") == once


def test_missing_untranslated_and_stale_sentences_are_named():
    there = catalog(Empty="", Stale="Gammel")

    found = list(faults(there, [Sentence(text="Empty"), Sentence(text="Missing")]))

    assert found == [
        "no longer used: 'Stale'",
        "not translated: 'Empty'",
        "not in the file: 'Missing'",
    ]


def test_a_placeholder_lost_in_translation_is_named():
    there = Catalog(locale="da")
    there.add("Hello {name}", "Hej {navn}")

    assert list(faults(there, [HELLO])) == ["other placeholders: 'Hello {name}' -> 'Hej {navn}'"]


def test_a_counted_sentence_may_leave_its_number_out():
    there = Catalog(locale="da")
    there.add(("%(n)d case", "%(n)d cases"), ("én sag", "%(n)d sager"))

    assert list(faults(there, [CASES])) == []
