"""What each address would take that changes something."""

from uuid import UUID

OF_INITIATIVES: dict[str, dict[str, object]] = {
    "take-over": {"mark": "x"},
    "leave": {"mark": "x", "why": "x"},
}


def of_workshops(thing: UUID) -> dict[str, dict[str, object]]:
    """What the addresses of a workshop would take."""
    return {
        "phase": {"phase": "estimate"},
        "proposals": {"title": "x"},
        "ballot": {"points": {str(thing): 1}},
        "land": {"proposals": [str(thing)]},
        "together": {"into": str(thing)},
        "rank": {"to": 1, "why": "x"},
    }


def of_readiness(thing: UUID) -> dict[str, dict[str, object]]:
    """What the addresses of rounds on readiness and of the vision would take."""
    goal = {"sentence": "x", "measure": "x", "sort": "yes_no", "by_day": "2026-03-02"}
    return {
        "goals": {**goal, "seen_to_by": str(thing)},
        "marks": {"after_months": 3, "marks": []},
    }


def bodies_for(thing: UUID) -> dict[str, dict[str, object]]:
    """What each address would take, by the last part of it."""
    minutes: dict[str, object] = dict.fromkeys(("minutes", "low", "high"), 1)
    days: dict[str, object] = dict.fromkeys(("first_day", "last_day"), "2026-01-05")
    return {
        "hand-over": {"team": str(thing), "note": "x"},
        "decide": {"answer": "x"},
        "answer": {"result": "sent"},
        "decision": {"status": "approved"},
        "files": {"name": "x", "content": "SGVq"},
        "notes": {"text": "x"},
        "tags": {"name": "x"},
        "parallel-runs": {"share": 10, "most": 5, "new_way": [], "settles": []},
        "snooze": {"until": None},
        "class": {"data_class": "special"},
        "examples": {"examples": [{"text": "x", "topic": "y"}]},
        "judgement": {"topic": "x"},
        "complaints": {"text": "x"},
        "outcome": {"outcome": "upheld", "reasons": "x"},
        "lower": {"to": 1},
        "decisions": {"cases": [str(thing)]},
        "topics": {"topics": [{"name_en": "x"}]},
        "helpful": {"helpful": True},
        "look": {"topics": [{"name_en": "x"}]},
        "alone": {"seen": 1},
        "end": {"why": "x"},
        "known": {"known": "proved"},
        "extend": {"why": "x"},
        "refuse": {"ground": "claims", "why": "x"},
        "begin": {"address": "k@example.com"},
        "agree": {"due": 1},
        "mine": {"answers": [], "statements": {}},
        "next": {"why": "x"},
        "baseline": {"how": "by_hand", "note": "x", "of_cases": 20, **minutes, **days},
        "count": days,
        "tables": {"rows": [], "name": "x"},
        "lines": {"kind": "licences", "name": "x", "plan": [1, 1, 1]},
        "spent": {"amounts": {"1": 5}, "seen": 1},
        "place": {"creative": 0.9, "contact": 0.9, "why": "x"},
        "choice": {
            "division": "person_alone",
            "why": "x",
            "option": None,
            "reason": "x",
            "seen": 1,
        },
        **OF_INITIATIVES,
        **of_workshops(thing),
        **of_readiness(thing),
    }
