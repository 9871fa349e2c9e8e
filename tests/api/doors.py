"""Every address of the API, who may use it, and a body that it would take."""

from uuid import UUID

NOBODY = UUID("01a20000-0000-7000-8000-000000000000")
PUT_AND_LIFTED = ("POST", "DELETE")
FAIRNESS = (
    "/fairness", "/fairness/groups", "/processes/{process}/fairness", "/fairness/groups/{outcomes}",
)  # fmt: skip
BASELINE = ("/processes/{process}/baseline", "/processes/{process}/baseline/count")
INITIATIVES = ("/initiatives", "/initiatives/{initiative}")
NINETY = "/initiatives/plan"
PLAN_ITEM = "/initiatives/{initiative}/plan/{item}"
DEEDS = ("open", "back", "drill", "take-over", "leave")
INITIATIVE_DEEDS = tuple(f"{INITIATIVES[1]}/{one}" for one in DEEDS)
PARALLEL_RUNS = ("/parallel-runs", "/parallel-runs/{run}")
PARALLEL_DEEDS = (
    "/processes/{process}/parallel-runs",
    *(f"{PARALLEL_RUNS[1]}/{one}" for one in ("pause", "resume", "end")),
)
COMPARISONS = ("/comparisons", "/comparisons/{comparison}")
ROLLOUTS = ("/rollouts", "/rollouts/{rollout}", "/support")
WORKSHOPS = ("/workshops", "/workshops/{workshop}")
WORKSHOP_DEEDS = (
    "join",
    "{workshop}/phase",
    "{workshop}/end",
    "{workshop}/proposals",
    "{workshop}/land",
    "{workshop}/tables",
    "{workshop}/proposals/{proposal}/restore",
    "{workshop}/proposals/{proposal}/together",
    "{workshop}/proposals/{proposal}/rank",
)
MAPS = ("/process-maps", "/process-maps/{map}")
BUDGETS = ("/budgets", "/budgets/{budget}")
SPENT = "/budgets/{budget}/lines/{line}/spent"
READINESS = ("/readiness", "/readiness/{round}", "/readiness/{round}/mine")
VISION = ("/vision", "/vision/{version}")
AUDITS = ("/audits", "/audits/{round}", "/audits/{round}/mine", "/tasks")
TABLES = ("/audits/{round}/tables", "/audits/{round}/tables/{table}")
TEAM_TOLD = "/audits/{round}/teams/{team}"
EVERY = (
    *(("GET", each) for each in (*AUDITS, TEAM_TOLD, *ROLLOUTS)),
    *((each, TABLES[0]) for each in ("GET", "POST")),
    ("DELETE", TABLES[1]),
    *(("GET", each) for each in (*READINESS, *VISION, "/vision/goals")),
    *(("GET", f"/readiness/{each}") for each in ("statements", "changes")),
    *(("POST", each) for each in (READINESS[0], "/readiness/{round}/close", "/vision/goals")),
    *(("POST", each) for each in (VISION[0], "/vision/{version}/marks")),
    ("PUT", READINESS[2]),
    *(("POST", each) for each in ("/support", "/rollouts/teams/{part}/next")),
    *(("GET", each) for each in PARALLEL_RUNS),
    *(("POST", each) for each in PARALLEL_DEEDS),
    *(("POST", each) for each in ("/audits", "/audits/{round}/close", *AUDITS[2:])),
    *(("GET", each) for each in (*COMPARISONS, *BUDGETS)),
    *(("POST", each) for each in (BUDGETS[0], f"{BUDGETS[1]}/lines")),
    ("PUT", SPENT),
    *(("GET", each) for each in MAPS),
    *(("POST", MAPS[0]), ("PUT", "/process-maps/{map}/steps/{step}")),
    *(("POST", each) for each in (COMPARISONS[0], "/comparisons/{comparison}/choice")),
    ("POST", "/messages"),
    *(("GET", each) for each in WORKSHOPS),
    *(("POST", each) for each in (WORKSHOPS[0], *(f"/workshops/{one}" for one in WORKSHOP_DEEDS))),
    ("PUT", "/workshops/{workshop}/ballot"),
    ("PUT", "/workshops/{workshop}/proposals/{proposal}/estimate"),
    ("PUT", "/workshops/{workshop}/proposals/{proposal}"),
    *(
        ("DELETE", f"/workshops/{{workshop}}/{each}")
        for each in (
            "seat",
            "moves/{move}",
            "proposals/{proposal}",
            "proposals/{proposal}/together",
            "proposals/{proposal}/landing",
        )
    ),
    ("POST", "/triage"),
    *(("GET", each) for each in ("/cases", "/cases/{case}", "/cases/{case}/explanation")),
    ("POST", "/cases/{case}/complaints"),
    ("POST", "/cases/{case}/complaints/outcome"),
    ("POST", "/cases/{case}/claim"),
    ("POST", "/cases/{case}/release"),
    ("POST", "/cases/{case}/judgement"),
    ("POST", "/cases/{case}/hand-over"),
    ("POST", "/cases/{case}/messages"),
    ("POST", "/cases/{case}/files"),
    ("GET", "/cases/{case}/files/{file}"),
    ("POST", "/cases/{case}/notes"),
    ("POST", "/cases/{case}/tags"),
    ("POST", "/cases/{case}/snooze"),
    ("PUT", "/cases/{case}/class"),
    ("POST", "/cases/{case}/decide"),
    ("POST", "/batches"),
    ("GET", "/batches/{batch}"),
    *(("POST", each) for each in ("/batches/{batch}/undo", "/messages/mail")),
    ("GET", "/cases/search"),
    *(("GET", "/processes"), ("POST", "/processes")),
    *(
        (one, f"/processes/{{process}}/{each}")
        for one in PUT_AND_LIFTED
        for each in ("stop", "closed")
    ),
    ("GET", "/processes/{process}/evidence"),
    ("GET", "/processes/{process}/autonomy"),
    ("PUT", "/processes/{process}/autonomy/terms"),
    ("POST", "/processes/{process}/autonomy/climb"),
    ("POST", "/processes/{process}/autonomy/lower"),
    ("GET", "/processes/{process}/ahead"),
    ("GET", "/processes/{process}/topics"),
    ("POST", "/processes/{process}/topics/look"),
    ("POST", "/processes/{process}/topics"),
    ("GET", "/processes/{process}/form"),
    *((each, "/processes/{process}/notice") for each in ("GET", "PUT", "DELETE")),
    ("GET", "/processes/{process}/versions"),
    ("POST", "/processes/{process}/examples"),
    ("GET", "/processes/{process}/decisions"),
    ("POST", "/processes/{process}/decisions"),
    ("GET", "/processes/{process}/learning"),
    ("PUT", "/processes/{process}/learning"),
    ("POST", "/processes/{process}/lessons"),
    ("POST", "/questions"),
    ("POST", "/questions/{question}/helpful"),
    ("POST", "/questions/send"),
    ("GET", "/answers"),
    ("POST", "/answers"),
    ("GET", "/answers/{answer}"),
    *((each, "/answers/{answer}") for each in ("PUT", "DELETE")),
    *((each, "/answers/{answer}/alone") for each in ("POST", "DELETE")),
    *((each, "/documents") for each in ("GET", "POST")),
    *((each, "/documents/{document}") for each in ("GET", "DELETE")),
    ("POST", "/documents/{document}/confirm"),
    *((each, "/sources") for each in ("GET", "POST")),
    *((each, "/sources/{source}") for each in ("GET", "PUT", "DELETE")),
    *(("POST", f"/sources/{{source}}/{each}") for each in ("fetch", "pause", "resume", "restore")),
    *((each, "/chats") for each in ("GET", "POST")),
    *((each, "/chats/{chat}") for each in ("GET", "PUT")),
    *((each, "/chats/{chat}/open") for each in PUT_AND_LIFTED),
    *((each, "/summaries") for each in ("GET", "POST")),
    *((each, "/summaries/{summary}") for each in ("GET", "DELETE")),
    *((each, "/eventlogs") for each in ("GET", "POST")),
    *((each, "/eventlogs/{log}") for each in ("GET", "DELETE")),
    ("PUT", "/eventlogs/{log}/links"),
    *(("POST", each) for each in ("/summaries/{summary}/phrasing", "/gaps/requests/{wish}/done")),
    *(("GET", each) for each in (*FAIRNESS, *INITIATIVES, NINETY, BASELINE[0])),
    *(("POST", INITIATIVES[0]), ("PUT", PLAN_ITEM)),
    *(("POST", each) for each in (*FAIRNESS[1:3], *BASELINE, *INITIATIVE_DEEDS, "/gaps/requests")),
    *(("GET", each) for each in ("/gaps", "/gaps/requests")),
    *(("GET", each) for each in ("/skills", "/lessons/{lesson}")),
    *(("GET", each) for each in ("/ai-colleagues", "/ai-colleagues/{colleague}")),
    *(("POST", each) for each in ("/forgetting/look", "/forgetting", "/tools")),
    *(("POST", f"/versions/{{version}}/{each}") for each in ("use", "answer")),
    *(("GET", each) for each in ("/uses", "/uses/law", "/models", "/models/calls")),
    *(("GET", f"/retention{each}") for each in ("", "/holds", "/reports")),
    *(("POST", f"/retention/{each}") for each in ("holds", "holds/{hold}/end", "{category}/agree")),
    *(("PUT", each) for each in ("/documents/{document}/class", "/retention/{category}")),
    *(("DELETE", "/retention/{category}"), ("GET", "/guidelines"), ("GET", "/reviews")),
    *(("GET", "/incidents"), ("POST", "/incidents")),
    *(("GET", each) for each in ("/tools", "/tools/register", "/journal", "/journal/verify")),
    *(("GET", f"/papers{each}") for each in ("", "/{paper}/{about}")),
    *((each, "/erasures") for each in ("GET", "POST")),
    *(("GET", f"/erasures/{{erasure}}{each}") for each in ("", "/look")),
    ("PUT", "/erasures/{erasure}/known"),
    *(("POST", f"/erasures/{{erasure}}/{each}") for each in ("extend", "refuse", "begin")),
    *(("GET", f"/access-requests{each}") for each in ("", "/{request}", "/{request}/pack")),
    *(("POST", f"/access-requests{each}") for each in ("", "/{request}/anew", "/{request}/answer")),
    ("POST", "/tools/{tool}/decision"),
    *(("GET", f"/allocation{each}") for each in ("", "/portfolio", "/{task}")),
    *(
        ("POST", f"/allocation/{each}")
        for each in ("{task}/place", "{task}/choice", "{task}/accept", "moves/{move}/undo")
    ),
    *(("PUT", f"/allocation/{{task}}/{each}") for each in ("judgement", "estimate")),
)
OF_PROCESS = ["evidence", "autonomy", "ahead", "topics", "form", "versions", "learning", "baseline"]
FOR_EVERYBODY = {
    *(("GET", each) for each in (*AUDITS, TEAM_TOLD, *ROLLOUTS)),
    *(("GET", each) for each in (*READINESS, *VISION)),
    *(("GET", f"/readiness/{each}") for each in ("statements", "changes")),
    ("PUT", READINESS[2]),
    *(("POST", each) for each in (AUDITS[2], "/support", "/rollouts/teams/{part}/next")),
    *(("GET", each) for each in PARALLEL_RUNS),
    ("GET", "/processes"),
    *(("GET", f"/processes/{{process}}/{each}") for each in OF_PROCESS),
    *(
        ("GET", each)
        for each in (*FAIRNESS, "/allocation", "/allocation/{task}", "/allocation/portfolio")
    ),
    *(("GET", each) for each in (*INITIATIVES, NINETY, *WORKSHOPS, *MAPS)),
    ("PUT", PLAN_ITEM),
    *(("POST", f"/workshops/{each}") for each in ("join", "{workshop}/proposals")),
    ("POST", "/workshops/{workshop}/proposals/{proposal}/restore"),
    *(("PUT", f"/workshops/{{workshop}}/{each}") for each in ("ballot", "proposals/{proposal}")),
    ("PUT", "/workshops/{workshop}/proposals/{proposal}/estimate"),
    *(("DELETE", f"/workshops/{{workshop}}/{each}") for each in ("seat", "proposals/{proposal}")),
    *(("GET", each) for each in ("/eventlogs", "/eventlogs/{log}")),
    ("POST", "/questions"),
    ("POST", "/questions/{question}/helpful"),
    ("POST", "/questions/send"),
    ("GET", "/answers"),
    ("GET", "/answers/{answer}"),
    ("PUT", "/answers/{answer}"),
    ("POST", "/answers/{answer}/alone"),
    ("DELETE", "/answers/{answer}/alone"),
    ("GET", "/documents"),
    ("GET", "/documents/{document}"),
    ("POST", "/documents/{document}/confirm"),
    *((each, "/summaries") for each in ("GET", "POST")),
    *((each, "/summaries/{summary}") for each in ("GET", "DELETE")),
    *(("POST", each) for each in ("/summaries/{summary}/phrasing", "/gaps/requests/{wish}/done")),
    *(("GET", each) for each in ("/gaps/requests", "/skills")),
    *(("GET", each) for each in ("/uses", "/uses/law", "/tools", "/guidelines")),
    *(("GET", f"/papers{each}") for each in ("", "/{paper}/{about}")),
    *(("POST", each) for each in ("/tools", "/incidents")),
}
"""What every role may see: how the work is shared."""
FOR_REPRESENTATIVES = {("GET", "/reviews")}
"""What staff representatives may see beside that: how AI is watched over."""
ONE_BY_ONE = (
    "{item}", "{batch}", "{version}", "{lesson}", "{colleague}", "{document}", "{question}",
    "{answer}", "{source}", "{chat}", "{summary}", "{log}", "{wish}", "{hold}", "{category}",
    "{outcomes}", "{round}", "{initiative}", "{comparison}", "{rollout}", "{part}", "{run}",
    "{workshop}", "{proposal}", "{team}", "{table}", "{map}", "{step}",
    "{budget}", "{line}",
    "{erasure}", "{paper}", "{about}", "{request}", "{tool}", "{task}", "{move}",
)  # fmt: skip
"""Things that the tests here have none of."""
WITH_A_BODY = (
    "/messages", "/triage", "/hand-over", "/decide", "/stop", "/questions", "/gaps/requests",
)  # fmt: skip
GOOD = {
    "statements": {},
    "goals": {},
    **dict.fromkeys(("sentence", "measure"), "Answers the same day"),
    "sort": "yes_no",
    "by_day": "2099-01-01",
    "seen_to_by": str(NOBODY),
    "after_months": 3,
    "marks": (),
    **dict.fromkeys(("answer", "text", "reasons"), "Hej"),
    **dict.fromkeys(("team", "of", "into"), str(NOBODY)),
    **dict.fromkeys(("name", "tag"), "vip"),
    **dict.fromkeys(("to", "seen"), 1),
    "mark": "x",
    "messages": [{"text": "Hej"}],
    "topic": "delivery_status",
    "why": "",
    **dict.fromkeys(("how", "note"), "by_hand"),
    **dict.fromkeys(("minutes", "low", "high"), 12),
    "of_cases": 20,
    **dict.fromkeys(("first_day", "last_day"), "2026-01-05"),
    **dict.fromkeys(("new_way", "settles"), ()),
    "share": 50,
    "creative": 0.5,
    "contact": "0.5",
    "division": "together",
    "part": "try",
    "currency": "DKK",
    "hour_cost": 400,
    "reason": "x",
    **dict.fromkeys(("option", "colleague")),
    "amounts": {"1": 5},
    **dict.fromkeys(("months", "plan"), (1, 2, 3)),
    "people": 9,
    "first_month": "2099-01-01",
    "risk": 2,
    "urgency": "soon",
    **dict.fromkeys(("saved_low", "saved_high", "days_low", "days_high"), 1),
    "outcome": "upheld",
    "result": "sent",
    "status": "refused",
    **dict.fromkeys(("days", "due"), 30),
    "on": "person",
    "owner": str(NOBODY),
    "place": "/nowhere",
    "process": str(NOBODY),
    "audience": "employees",
    "value": "kunde@example.com",
    "review_on": "2099-01-01",
    "address": "kunde@example.com",
    "starter": "hr",
    "received_on": "2026-01-02",
    "came": "message",
    "known": "proved",
    "ground": "claims",
    "until": None,
    "data_class": "special",
    "content": "SGVq",
    "links": {"check price": str(NOBODY)},
    "action": "tag",
    "cases": [str(NOBODY)],
    "topics": [{"topic": "delivery_status", "level": "2"}],
    "question": "Hvornår?",
    **dict.fromkeys(("opens", "closes"), "2099-01-01"),
    "title": "Mail",
    "day": "2099-01-01",
    "tables": ["One"],
    "table": "One",
    "code": "ABCDEF",
    "phase": "vote",
    "points": {str(NOBODY): 1},
    "proposals": [str(NOBODY)],
    **dict.fromkeys(("times", "persons", "share_low", "share_high"), 1),
    "answers": [{"title": "Mail"}],
    "rows": [{"person": "1", "task": "Mail", "times": 1, "minutes": 1}],
    "helpful": True,
    "words": ["parking"],
    "kind": "document",
    "groups": [{"name": name, "selected": 1, "all": 9} for name in "ab"],
    "wordings": ["Hvornår?"],
    "texts": {"da": "Nu."},
    "valid_until": "2099-01-01",
    "examples": [{"text": "Hej", "topic": "delivery_status"}],
}


OF_CHATS = GOOD | {"texts": {"da": {"title": "Hej"}}, "topics": ["illness"]}


def good(address: str) -> dict[str, object]:
    """A body that an address would take: some mean something else by the same name."""
    return OF_CHATS if address.startswith("/chats") else GOOD


def at(address: str, *, case: object = NOBODY, process: object = NOBODY) -> str:
    nobodys = dict.fromkeys(("file", *(one[1:-1] for one in ONE_BY_ONE)), NOBODY)
    return address.format(case=case, process=process, **nobodys)
