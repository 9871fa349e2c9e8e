"""Keep the Danish and German sentences in step with the English ones in code and pages."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent / "samspil"
LOCALES = PACKAGE / "web" / "locale"
LANGUAGES = ("da", "de")

ONE = dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop", "worded"))
MANY = dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2))
IN_CONTEXT = dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2))
MANY_IN_CONTEXT = dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3))
CALLS = {**ONE, **MANY, **IN_CONTEXT, **MANY_IN_CONTEXT}

TABLE = "WORDS"
"""A module that may not know Django keeps its sentences as the values of a dict of this name, or
gives each to `core.explaining.lines.worded`."""

HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """An English sentence to translate; `plural` is None where nothing is counted."""

    text: str
    plural: str | None = None
    context: str | None = None


def sentences(package: Path = PACKAGE) -> list[Sentence]:
    """Every sentence to translate, once, in order."""
    found: dict[tuple[str, str], Sentence] = {}
    for sentence in _all_sentences(package):
        key = (sentence.text, sentence.context or "")
        if sentence.plural or key not in found:
            found[key] = sentence
    return [found[key] for key in sorted(found)]


def _all_sentences(package: Path) -> Iterator[Sentence]:
    for path in package.rglob("*.py"):
        if "migrations" not in path.parts:
            source = path.read_text("utf-8")
            yield from _calls(source)
            yield from _tables(source)
    for path in package.rglob("templates/**/*"):
        if path.suffix in (".html", ".txt"):
            # Python's tokenizer reads what templatize writes, and must see no indentation.
            source = templatize(path.read_text("utf-8"), origin=str(path))
            yield from _calls(re.sub(r"(?m)^[ \t]+", "", source))


def _calls(source: str) -> Iterator[Sentence]:
    encoded = BytesIO(source.encode())
    options = {"encoding": "utf-8"}
    for _, text, _, context in extract("python", encoded, CALLS, options=options):
        words = text if isinstance(text, tuple) else (text,)
        yield Sentence(text=words[0], plural=words[1] if len(words) > 1 else None, context=context)


def _tables(source: str) -> Iterator[Sentence]:
    for node in ast.walk(ast.parse(source)):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        named = any(isinstance(target, ast.Name) and target.id == TABLE for target in targets)
        table = getattr(node, "value", None)
        if named and isinstance(table, ast.Dict):
            for value in table.values:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield Sentence(text=value.value)


def read(path: Path) -> Catalog:
    """The translations in a file; none where there is no file."""
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file, ignore_obsolete=True)


def updated(old: Catalog, wanted: Iterable[Sentence], *, language: str) -> str:
    """The file's new text: exactly the wanted sentences, with the translations there were."""
    new = Catalog(locale=language)
    for sentence in wanted:
        known = old.get(sentence.text, sentence.context)
        text = (sentence.text, sentence.plural) if sentence.plural else sentence.text
        new.add(text, _kept(known, counted=bool(sentence.plural)), context=sentence.context)
    body = BytesIO()
    write_po(body, new, no_location=True, omit_header=True, width=0)
    return HEADER.format(language=language) + body.getvalue().decode().strip() + "\n"


def _kept(known: Message | None, *, counted: bool) -> str | tuple[str, ...]:
    old = known.string if known else ""
    if counted:
        return tuple(old) if isinstance(old, list | tuple) else ("", "")
    return old if isinstance(old, str) else ""


def faults(catalog: Catalog, wanted: Iterable[Sentence]) -> Iterator[str]:
    """What is missing, stale or would show the wrong placeholders, a line each."""
    known = {(sentence.text, sentence.context): sentence for sentence in wanted}
    there = {(_texts(message.id)[0], message.context) for message in catalog if message.id}
    for text, _ in sorted(there - set(known), key=str):
        yield f"no longer used: {text!r}"
    for (text, context), sentence in known.items():
        message = catalog.get(text, context)
        counted = bool(sentence.plural)
        if message is None or len(_texts(message.id)) != 1 + counted:
            yield f"not in the file: {text!r}"
        elif not all(_texts(message.string)):
            yield f"not translated: {text!r}"
        elif not _same_placeholders(message):
            yield f"other placeholders: {text!r} -> {message.string!r}"


def _texts(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _same_placeholders(message: Message) -> bool:
    """A counted sentence may leave its number out ("one case"); no other may."""
    given = [set(PLACEHOLDER.findall(text)) for text in _texts(message.id)]
    translated = [set(PLACEHOLDER.findall(text)) for text in _texts(message.string)]
    if len(given) == 1:
        return given == translated
    return all(found <= given[0] | given[1] for found in translated)


def _file(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "django.po"


def update() -> int:
    """Bring both files in step; say how many sentences wait for a translation."""
    wanted = sentences()
    for language in LANGUAGES:
        path = _file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(updated(read(path), wanted, language=language), "utf-8")
        waiting = sum(1 for fault in faults(read(path), wanted) if fault.startswith("not trans"))
        print(f"{language}: {len(wanted)} sentences, {waiting} to translate")
    return 0


def compile_all() -> int:
    """Write the binary files Django reads, where the text is newer."""
    for language in LANGUAGES:
        path = _file(language)
        binary = path.with_suffix(".mo")
        fresh = binary.exists() and binary.stat().st_mtime > path.stat().st_mtime
        if path.exists() and not fresh:
            with binary.open("wb") as file:
                write_mo(file, read(path))
    return 0


def check() -> int:
    """Print every fault; 1 if there are any."""
    wanted = sentences()
    found = [
        f"{language}: {fault}"
        for language in LANGUAGES
        for fault in faults(read(_file(language)), wanted)
    ]
    print("\n".join(found) or f"{len(wanted)} sentences, all translated")
    return 1 if found else 0


COMMANDS = {"update": update, "compile": compile_all, "check": check}


def main(words: list[str]) -> int:
    """Run one command and give its exit code."""
    if len(words) != 1 or words[0] not in COMMANDS:
        print(f"Usage: script/translations {'|'.join(COMMANDS)}", file=sys.stderr)
        return 2
    settings.configure()
    return COMMANDS[words[0]]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
