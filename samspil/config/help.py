"""Which help belongs to which page."""

from collections.abc import Mapping

from django.http import HttpRequest

TOPICS: Mapping[str, str] = {
    "today": "today",
    "founding": "first-steps",
    "review": "work",
    "review:judge": "judging-first",
    "review:search": "search",
    "review:all": "all-cases",
    "teaching": "skills",
    "roster": "roster",
    "roster:ai_colleague": "ai-colleague",
    "people": "people",
    "work": "processes",
    "work:stop_everything": "stop",
    "work:evidence": "evidence",
    "work:autonomy": "autonomy",
    "work:ahead": "ahead",
    "work:topics": "topics",
    "work:topic": "topics",
    "work:bring_topics": "topics",
    "settings_room": "settings",
    "organisation": "settings",
    "founding:sample": "settings",
    "roster:teams": "settings",
    "roster:team": "settings",
    "settings:absences": "absences",
    "settings:hours": "opening-hours",
    "gaps": "gaps",
    "knowledge": "documents",
    "knowledge:ask": "ask",
    "knowledge:sources": "sources",
    "knowledge:source": "sources",
    "knowledge:add_source": "sources",
    "knowledge:change_source": "sources",
    "knowledge:sent": "questions",
    "knowledge:standards": "standard-answers",
    "knowledge:standard": "standard-answers",
    "knowledge:standard_add": "standard-answers",
    "knowledge:standard_change": "standard-answers",
    "knowledge:standards_bring": "standard-answers",
    "knowledge:beside": "questions",
    "summaries": "summaries",
    "inbox": "messages",
    "forms": "public-form",
    "chat": "chat",
    "chats": "chats",
    "trust": "journal",
    "rights": "erasures",
    "rights:what_ai_decides": "what-ai-decides",
    "uses": "uses",
    "retention": "retention",
    "reviews": "reviews",
    "eventlogs": "event-logs",
    "fairness": "fairness",
    "allocation": "allocation",
    "measures": "measures",
    "parallel_runs": "parallel-runs",
    "audit": "audits",
    "pipeline": "pipeline",
    "scenarios": "scenarios",
    "rollouts": "rollouts",
    "workshops": "workshops",
    "process_maps": "process-maps",
    "readiness": "readiness",
    "papers": "papers",
    "incidents": "incidents",
    "notices": "notices",
    "public": "notices",
    "governance": "verify",
    "models": "models",
    "tools": "tools",
    "guidelines": "guidelines",
    "help": "help",
    "help_topic": "help",
}
"""Topics by the name of a page, or by its slice for all pages of it that are not named."""
OTHERWISE = "account"
"""Sign-in, second factor, sessions: pages that are not ours."""


def topic_for(request: HttpRequest) -> str:
    """The topic of the page asked for."""
    match = request.resolver_match
    if match is None:
        return "help"
    return TOPICS.get(match.view_name) or TOPICS.get(match.namespace) or OTHERWISE
