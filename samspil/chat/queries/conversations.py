"""Conversations, as whoever holds their key sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspil.chat.models import Chat, Conversation, Turn
from samspil.core.chat.turning import NOT_ASKED, Kind, Why
from samspil.core.retention.categories import Category
from samspil.core.secret_links import NotASecret, conversation_in, conversation_key
from samspil.governance.queries import kept_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A sentence of a document and the title above it; `address` is empty for strangers.

    Of a passage on which a phrased sentence rests the place is enough; `text` is empty then.
    """

    text: str
    place: str
    language: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrased:
    """A sentence that AI wrote, and which of the turn's `grounds` say so, counted from 1."""

    text: str
    cites: Sequence[tuple[int, Source]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A turn as its page shows it: what was said, what AI says to it, and from where.

    `phrased` is empty where no language model phrased it; `grounds` are the passages it is from.
    """

    turn: Turn
    told: Sequence[str]
    sources: Sequence[Source]
    phrased: Sequence[Phrased]
    grounds: Sequence[Source]
    to_person: bool

    @property
    def may_be_rated(self) -> bool:
        """Whether it can be said if the answer helped."""
        return self.turn.kind == Kind.ANSWERED


def key_of(conversation: Conversation, *, holder: str) -> str:
    """What the page keeps to go on with it."""
    return conversation_key(
        conversation=conversation.public_id, holder=holder, key=settings.FORM_KEY
    )


def conversation_with(chat: Chat, key: str, *, holder: str) -> Conversation | None:
    """The conversation of this chat that the key opens; None for whatever opens none."""
    try:
        public_id = conversation_in(key, holder=holder, key=settings.FORM_KEY)
    except NotASecret:
        return None
    found = Conversation.objects.select_related("case__status_link")
    return found.filter(chat=chat, public_id=public_id).first()


def last_question(conversation: Conversation | None) -> str:
    """What the documents were asked last; empty where they were asked nothing yet."""
    if conversation is None:
        return ""
    asked = Turn.objects.filter(conversation=conversation).exclude(asked="")
    last = asked.order_by("-number").values_list("said", flat=True).first()
    return last or ""


def lines(conversation: Conversation | None, *, inside: bool, after: int = 0) -> list[Line]:
    """The turns after number `after`, in order; only `inside` sources lead to their document."""
    if conversation is None:
        return []
    turns = Turn.objects.filter(conversation=conversation, number__gt=after).order_by("number")
    return [_line(turn, inside=inside) for turn in turns]


def _line(turn: Turn, *, inside: bool) -> Line:
    cited = [[_source(one, inside=inside) for one in said["from"]] for said in turn.phrased]
    grounds = list(dict.fromkeys(source for sources in cited for source in sources))
    return Line(
        turn=turn,
        told=told_of(turn),
        sources=[_source(one, inside=inside) for one in turn.quotes],
        phrased=[
            Phrased(text=said["text"], cites=[(grounds.index(one) + 1, one) for one in sources])
            for said, sources in zip(turn.phrased, cited, strict=True)
        ],
        grounds=grounds,
        to_person=bool(turn.why),
    )


def _source(quote: dict[str, object], *, inside: bool) -> Source:
    page = quote.get("page")
    place = str(quote["place"])
    if page:
        place = f"{place}, {_('page %(page)s') % {'page': page}}"
    return Source(
        text=str(quote.get("text", "")),
        place=place,
        language=str(quote.get("language", "")),
        address=_address(quote) if inside and "document" in quote else "",
    )


def _address(quote: dict[str, object]) -> str:
    where = reverse("knowledge:document", args=[quote["document"]])
    place = {"passage": quote["passage"], "from": quote["start"], "to": quote["end"]}
    return f"{where}?{urlencode(place)}#p{quote['passage']}"


def told_of(turn: Turn) -> list[str]:
    """What AI says to a turn, in the current language, beside what documents say."""
    said = []
    if turn.masked:
        said.append(_("An identity number was taken out before anything was kept."))
    if turn.why:
        return [*said, _person_words(Why(turn.why), turn.shown_by)]
    return [*said, *_plain_words(Kind(turn.kind))]


def _plain_words(kind: Kind) -> list[str]:
    match kind:
        case Kind.ITSELF:
            return [
                _("I am AI, not a person. I answer from documents, and may be wrong."),
                _("You can have a person at any time: press the button below."),
            ]
        case Kind.HELLO:
            return [_("Hello! I am AI. What would you like to know?")]
        case Kind.THANKS:
            return [_("You are welcome. Ask on if there is more.")]
        case Kind.FAREWELL:
            return [_("Goodbye.")]
        case Kind.DECLINED:
            return [
                _("I do not find that in the documents, so I do not answer it."),
                _("Ask it in other words, or have a person answer."),
            ]
        case _:
            return []


def _person_words(why: Why, quote: str) -> str:
    words = {
        Why.DANGER: _(
            "You write “%(quote)s”. If anybody is in danger, call 112 now. AI does not answer "
            "this: press the button, and a person takes it."
        ),
        Why.WISH: _("You ask for a person. Press the button, and your matter is handed over."),
        Why.STOPPED: _("AI is stopped here at the moment. A person takes it: press the button."),
        Why.HIDDEN: _(
            "Your text holds characters that nobody can see. A person takes it: press the button."
        ),
        Why.FAILED_TWICE: _(
            "The documents do not answer this either. A person should: press the button, and "
            "what you have written is handed over."
        ),
    }
    otherwise = _(
        "You write “%(quote)s”. That is for a person, and AI does not answer it. Press the button, "
        "and what you have written is handed over."
    )
    return words.get(why, otherwise) % {"quote": quote}


def kept_words() -> str:
    """How long a conversation is kept, as a sentence."""
    days = kept_for(Category.CHATS).days
    return ngettext(
        "%(n)d day after the last thing you write.",
        "%(n)d days after the last thing you write.",
        days,
    ) % {"n": days}


def asked_kinds(conversation: Conversation) -> list[Kind]:
    """What the turns that asked the documents something were answered with, in order."""
    kinds = Turn.objects.filter(conversation=conversation).order_by("number")
    found = [Kind(kind) for kind in kinds.values_list("kind", flat=True)]
    return [kind for kind in found if kind not in NOT_ASKED]
