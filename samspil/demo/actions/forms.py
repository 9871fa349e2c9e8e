"""The company's public form, at which whoever looks at the demonstration can write themselves."""

from datetime import datetime

from samspil.core.public_form import Asked, FormPlan, Ground, Kind, OwnField, Texts, Usual
from samspil.demo.queries.cast import COMPANY, DANISH
from samspil.demo.queries.company import process_of
from samspil.inbox import actions as inbox
from samspil.people.models import Colleague

SLUG = "havgaard"
MODEL = OwnField(
    labels={"da": "Model", "de": "Modell", "en": "Model"},
    kind=Kind.CHOICE,
    choices={
        "da": ("Varmepumpe", "Ventilation", "Ved ikke"),
        "de": ("Wärmepumpe", "Lüftung", "Weiß nicht"),
        "en": ("Heat pump", "Ventilation", "Do not know"),
    },
)
TEXTS = {
    "da": Texts(
        title="Skriv til kundeservice",
        introduction="Spørg om levering, regninger, besøg eller dit anlæg. Vi svarer på dansk, "
        "tysk og engelsk.",
        purpose="Vi bruger det til at svare dig og løse din sag.",
    ),
    "de": Texts(
        title="Schreiben Sie unserem Kundendienst",
        introduction="Fragen Sie nach Lieferung, Rechnung, Termin oder Ihrer Anlage. Wir "
        "antworten auf Dänisch, Deutsch und Englisch.",
        purpose="Wir brauchen es, um Ihnen zu antworten und Ihr Anliegen zu lösen.",
    ),
    "en": Texts(
        title="Write to customer service",
        introduction="Ask about delivery, invoices, visits or your unit. We answer in Danish, "
        "German and English.",
        purpose="We use it to answer you and to solve your matter.",
    ),
}


def open_form(*, by: Colleague, at: datetime) -> None:
    """Open a form for customer service, in three languages."""
    plan = FormPlan(
        languages=("da", "de", "en"),
        texts=TEXTS,
        asked={
            Usual.NAME: Asked.MAY,
            Usual.MAIL: Asked.MAY,
            Usual.PHONE: Asked.NO,
            Usual.ORDER: Asked.MAY,
            Usual.SUBJECT: Asked.NO,
        },
        own=(MODEL,),
        contact=f"{COMPANY}, Havnegade 1, 8000 Aarhus C, kunde@havgaard.example",
        ground=Ground.CONTRACT,
        privacy_url="https://havgaard.example/privacy",
    )
    form = inbox.set_form(process_of(DANISH), plan, by=by, at=at)
    inbox.move_form(form, slug=SLUG, by=by, at=at)
    inbox.open_form(form, by=by, at=at)
