"""A small authored set of messages that the tests of triage learn from."""

from samspil.skills.triage.model import TriageModel
from samspil.skills.triage.training import train

EXAMPLES = {
    "delivery": (
        "Where is my parcel?",
        "My delivery is late again",
        "Hvor er min pakke?",
        "Pakken er ikke leveret endnu",
        "Wo bleibt mein Paket?",
        "Die Lieferung ist nicht angekommen",
        "When will the package be delivered?",
        "Hvornår kommer leveringen?",
    ),
    "invoice": (
        "Please send me a copy of the invoice",
        "The invoice has the wrong amount",
        "Jeg mangler en kopi af fakturaen",
        "Beløbet på fakturaen er forkert",
        "Ich brauche eine Kopie der Rechnung",
        "Der Betrag auf der Rechnung ist falsch",
        "Can I pay this invoice later?",
        "Kan jeg betale fakturaen senere?",
    ),
    "password": (
        "I forgot my password",
        "How do I reset the password?",
        "Jeg har glemt min adgangskode",
        "Hvordan nulstiller jeg adgangskoden?",
        "Ich habe mein Passwort vergessen",
        "Wie setze ich das Passwort zurück?",
        "I cannot log in to my account",
        "Jeg kan ikke logge ind på min konto",
    ),
}


def small_model() -> TriageModel:
    """Three topics with eight messages each."""
    pairs = [(text, label) for label, texts in EXAMPLES.items() for text in texts]
    return train([text for text, _ in pairs], [label for _, label in pairs])
