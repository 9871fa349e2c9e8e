"""Every page for people, looked at on a phone and on a wide screen, and read by axe."""

from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from samspil.adapters.event_logs import Choices
from samspil.audit.actions import Wanted, add_task, begin_sheet, choose_task, open_audit
from samspil.core.fairness.group_table import Counted
from samspil.core.roles import Role
from samspil.core.rollouts.support import Urgency
from samspil.core.shares import Share
from samspil.eventlogs.actions import bring_log, read_one, start_log
from samspil.eventlogs.queries import kept_preview
from samspil.fairness.actions import keep_outcomes
from samspil.fairness.models import GroupOutcomes
from samspil.governance.models import Tool
from samspil.knowledge.actions import Given, Terms, add_documents, read_documents
from samspil.knowledge.models import Document
from samspil.parallel_runs.models import ParallelRun
from samspil.people.actions import form_team, take_on_ai
from samspil.people.models import Colleague
from samspil.pipeline.actions import Plan, make_initiative
from samspil.pipeline.models import Initiative
from samspil.rollouts import actions as rollouts
from samspil.teaching.models import Lesson
from samspil.tenancy.models import Organisation
from samspil.trust.actions import Reported, report_incident
from samspil.work import actions
from samspil.work.models import Case, Process, Proposal
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
    teach,
)
from tests.governance.serving import make_server
from tests.journeys.conftest import HEIGHT, check_fits, picture
from tests.process_maps.arranging import of_maps
from tests.readiness.arranging import READINESS_PAGES, of_readiness
from tests.scenarios.arranging import of_scenarios
from tests.workshops.arranging import of_workshops

URGENT = "It is urgent: the pump has stopped. My number is 010180-1234, please call at once!"

LOG = "".join(
    f"{case},{step},2026-03-{day:02} 10:00\n"
    for case in range(30)
    for step, day in (
        ("Order received", 2),
        ("Price checked", 9),
        ("Price checked", 10),
        ("Sent", 11),
    )
).encode()
GROUPS = {name: Share(hits=hits, n=30) for name, hits in (("Women", 9), ("Men", 14), ("x", 2))}
OF_NOTHING = {
    "today": "/",
    "queue": "/work/",
    "all-cases": "/work/all/",
    "filters": "/work/filters/",
    "processes": "/processes/",
    "process-new": "/processes/new/",
    "stop": "/processes/stop/",
    "roster": "/roster/",
    "people": "/people/",
    "person-new": "/people/add/",
    "staff-list": "/people/list/",
    "journal": "/journal/",
    "verify": "/verify/",
    "what-ai-decides": "/rights/ai/",
    "access": "/rights/access/",
    "erasures": "/rights/erasures/",
    "rights-due": "/rights/due/",
    "retention": "/retention/",
    "retention-period": "/retention/customers/",
    "retention-over": "/retention/reminders/",
    "holds": "/retention/holds/",
    "skills": "/skills/",
    "ask": "/knowledge/",
    "questions": "/knowledge/questions/",
    "standards": "/knowledge/answers/",
    "standard-add": "/knowledge/answers/add/",
    "standards-bring": "/knowledge/answers/list/",
    "documents": "/knowledge/documents/",
    "documents-add": "/knowledge/documents/add/",
    "yours": "/knowledge/yours/",
    "gaps": "/knowledge/gaps/",
    "gaps-known": "/knowledge/gaps/known/",
    "gaps-asked": "/knowledge/gaps/yours/",
    "sources": "/knowledge/sources/",
    "source-kinds": "/knowledge/sources/add/",
    "source-add-mailbox": "/knowledge/sources/add/?kind=mail",
    "source-add-site": "/knowledge/sources/add/?kind=web",
    "source-add": "/knowledge/sources/add/?kind=folder",
    "summaries": "/summaries/",
    "summary-new": "/summaries/new/",
    "minutes-new": "/summaries/new/meeting/",
    "search": "/work/search/?q=pump",
    "settings": "/settings/",
    "uses": "/uses/",
    "reviews": "/reviews/",
    "incidents": "/incidents/",
    "incident-report": "/incidents/report/",
    "uses-waiting": "/uses/reminders/",
    "eventlogs": "/eventlogs/",
    "eventlogs-new": "/eventlogs/new/",
    "fairness": "/fairness/",
    "fairness-due": "/fairness/due/",
    "papers": "/papers/",
    "portfolio": "/allocation/portfolio/",
    "allocation-bring": "/allocation/criteria/",
    "measures": "/measures/",
    "initiatives": "/initiatives/",
    "initiative-new": "/initiatives/new/",
    "initiatives-due": "/initiatives/due/",
    "initiatives-plan": "/initiatives/plan/",
    "comparisons": "/scenarios/",
    "comparison-new": "/scenarios/new/",
    "comparisons-due": "/scenarios/due/",
    "budgets": "/scenarios/budgets/",
    "budget-new": "/scenarios/budgets/new/",
    "rollouts": "/rollouts/",
    "rollouts-due": "/rollouts/due/",
    "support": "/rollouts/support/",
    "maps": "/maps/",
    "map-new": "/maps/new/",
    "map-bring": "/maps/bring/",
    **READINESS_PAGES,
    "workshops": "/workshops/",
    "workshop-new": "/workshops/new/",
    "workshop-join": "/workshops/join/",
    "parallel-runs": "/parallel-runs/",
    "parallel-run-new": "/parallel-runs/new/",
    "parallel-runs-due": "/parallel-runs/due/",
    "outcomes": "/fairness/groups/",
    "outcomes-new": "/fairness/groups/new/",
    "audits": "/audits/",
    "audit-asked": "/audits/asked/",
    "audit-new": "/audits/new/",
    "task-new": "/audits/tasks/new/",
    "models": "/models/",
    "model-add": "/models/add/",
    "model-calls": "/models/calls/",
    "tools": "/tools/",
    "tool-use": "/tools/use/",
    "tools-due": "/tools/due/",
    "guidelines": "/guidelines/",
    "guidelines-due": "/guidelines/due/",
    "guidelines-rule": "/guidelines/rule/checking/",
    "guideline-new": "/guidelines/new/",
    "teams": "/roster/teams/",
    "sessions": "/accounts/sessions/",
    "forget": "/skills/forget/",
    "chats": "/settings/chats/",
    "chat-new": "/settings/chats/new/",
    "chat-rooms": "/chat/",
}
"""Pages that are about no single thing."""


@pytest.fixture
def reader(transactional_db, organisation):
    """A person who may see most, in a company with some work done and some to do."""
    reader = make_colleague(Role.REVIEWER, Role.LEADER, Role.DATA_PROTECTION, name="Birgit Madsen")
    take_on_ai(name="Triage", skill="triage")
    team = form_team(name="First line", members=[reader])
    process = make_process(team=team, name="Customer service")
    for text in (ORDINARY, ANGRY, URGENT, "Please send me a copy of invoice 20413."):
        make_waiting(process, text)
    changed = make_claimed(process, reader)
    answer = f"{Proposal.objects.get(case=changed).draft}\n\nIt leaves on Friday."
    actions.decide(changed, answer=answer, topic=changed.topic, by=reader, at=MONDAY_9)
    make_claimed(process, reader)
    topics = ["pump"] * 12 + ["bill"] * 12
    given = Given(name="handbook.md", content=b"# Handbook\n\n## Holidays\n\nThere are 25 days.")
    ((document, _),) = add_documents([given], terms=Terms(), by=reader, at=MONDAY_9)
    read_documents([document.pk], embedder=None, at=MONDAY_9)
    teach(process, texts=[f"{topic} {n}, please" for n, topic in enumerate(topics)], topics=topics)
    keep_outcomes("Interviews", Counted(groups=GROUPS, unknown=7), by=reader, at=MONDAY_9)
    make_process(team=team, name="Spare parts", organisation_model="complementary")
    actions.stop(process, why="We look at the prices", by=reader, at=MONDAY_9)
    return reader


def of_document(document: Document) -> dict[str, str]:
    """The pages about a document."""
    whole = f"/knowledge/documents/{document.public_id}/"
    return {
        "document": f"{whole}?passage=0&from=2&to=12",
        "document-class": f"{whole}class/",
        "document-terms": f"{whole}change/",
    }


def of_closed(case: Case) -> dict[str, str]:
    """The pages about a case that is decided."""
    whole = f"/work/{case.public_id}/"
    return {
        "case-closed": whole,
        "explanation": f"{whole}explanation/",
        "contest": f"{whole}contest/",
    }


def of_papers(company: Organisation) -> dict[str, str]:
    """The pages of papers about the whole organisation, and what only people know of it."""
    return {
        "paper-record": f"/papers/record/{company.public_id}/",
        "paper-say": f"/papers/say/{company.public_id}/",
    }


def of_trust(process: str, by: Colleague) -> dict[str, str]:
    """The pages about AI in a process, and about something that went wrong."""
    said = Reported(what="A reply went to another customer.", noticed_at=MONDAY_9)
    return {
        "notice": f"/notices/{process}",
        "use-settling": f"/uses/{process}settling/",
        "review-begin": f"/reviews/of/{process}",
        "incident": f"/incidents/{report_incident(said, by=by, at=MONDAY_9).public_id}/",
    }


def of_teaching(process: str) -> dict[str, str]:
    """The pages about what AI is taught in a process."""
    return {
        "teach": f"{process}teach/",
        "versions": f"{process}versions/",
        "compare": f"{process}versions/compare/",
        "examples": f"{process}examples/",
        "decisions": f"{process}decisions/",
    }


def of_eventlogs(reader: Colleague) -> dict[str, str]:
    """A log that waits for its columns, and one that was read."""
    waiting, read = (bring_log("orders.csv", LOG, by=reader, at=MONDAY_9) for _ in range(2))
    choices = Choices(zone=ZoneInfo("UTC"), chosen=kept_preview(read).guess)
    start_log(read, name="Orders", choices=choices, by=reader, at=MONDAY_9)
    read_one(read.pk, at=MONDAY_9)
    return {
        "eventlogs-waiting": f"/eventlogs/{waiting.public_id}/",
        "eventlogs-one": f"/eventlogs/{read.public_id}/",
        "eventlogs-links": f"/eventlogs/{read.public_id}/links/",
    }


def of_fairness(process: Process, reader: Colleague) -> dict[str, str]:
    """The pages on whether AI is fair, on outcomes of groups, and on an initiative."""
    kept = GroupOutcomes.objects.get()
    plan = Plan(name="Returns", aim="Answer on the same day.", owner=reader, process=process)
    tried = make_initiative(plan, by=reader, at=MONDAY_9)
    return {
        "fairness-process": f"/fairness/{process.public_id}/",
        "measures-process": f"/measures/{process.public_id}/",
        "measures-new": f"/measures/{process.public_id}/new/",
        "initiative": f"/initiatives/{tried.public_id}/",
        "initiative-change": f"/initiatives/{tried.public_id}/change/",
        "outcomes-one": f"/fairness/groups/{kept.public_id}/",
    }


def of_rollouts(reader: Colleague) -> dict[str, str]:
    """The pages on an initiative's rollout, on a team's part in it, and on asking for help."""
    one = Initiative.objects.get()
    Initiative.objects.update(stage="scale", live_at=MONDAY_9)
    one.refresh_from_db()
    plan = rollouts.Wanted(
        owner=reader, starts_on=MONDAY_9.date(), training="AI", teams=[reader.teams.get()]
    )
    made = rollouts.make_rollout(one, plan, by=reader, at=MONDAY_9)
    part = made.teams.get()
    asked = rollouts.ask_for_help(
        part, "The draft is empty.", urgency=Urgency.SOON, by=reader, at=MONDAY_9
    )
    whole, team = f"/rollouts/{made.public_id}/", f"/rollouts/teams/{part.public_id}/"
    return {
        "rollout": whole,
        "rollout-change": f"{whole}change/",
        "rollout-similar": f"{whole}similar/",
        "rollout-beside": f"/rollouts/of/{one.public_id}/",
        "rollout-team": team,
        "rollout-part": f"{team}part/",
        "support-one": f"/rollouts/support/{asked.public_id}/said/",
        "support-for-all": f"/rollouts/support/{asked.public_id}/for-all/",
    }


def of_parallel(process: Process, by: Colleague) -> dict[str, str]:
    """The pages on a parallel run that has not drawn yet, and on who takes part."""
    run = ParallelRun.objects.create(
        process=process, share=0.2, most=40, seed="ab" * 32, began_at=MONDAY_9, began_by=by
    )
    whole = f"/parallel-runs/{run.public_id}/"
    return {"parallel-run": whole, "parallel-run-people": f"{whole}people/"}


def of_audits(by: Colleague) -> dict[str, str]:
    """The pages on what takes time: a round that goes on, one's own sheet in it, and a task."""
    days = {"opens": MONDAY_9.date(), "closes": date(2126, 1, 1)}
    round_ = open_audit("Spring", teams=[], by=by, at=MONDAY_9, **days)
    task = add_task(Wanted(title="Answer mail"), by=by, at=MONDAY_9)
    choose_task(begin_sheet(round_, by=by, at=MONDAY_9), task, at=MONDAY_9)
    whole = f"/audits/{round_.public_id}/"
    return {
        "tasks": "/audits/tasks/",
        "task": f"/audits/tasks/{task.public_id}/",
        "task-initiatives": f"/initiatives/of/task/{task.public_id}/",
        "task-accept": f"/initiatives/new/?task={task.public_id}",
        "audit": whole,
        "audit-team": f"{whole}teams/{make_team(by, name='Sales').public_id}/",
        "audit-mine": f"{whole}mine/",
        "audit-withdraw": f"{whole}mine/withdraw/",
        "audit-bring": f"{whole}mine/table/",
        "audit-table": f"{whole}tables/new/",
    }


@pytest.fixture
def addresses(reader):
    """The pages by name."""
    held = Case.objects.get(stage="claimed")
    assert held.team is not None
    urgent = Case.objects.get(reason="urgent")
    return {
        **OF_NOTHING,
        "case-urgent": f"/work/{urgent.public_id}/",
        "case-draft": f"/work/{held.public_id}/",
        "case-change": f"/work/{held.public_id}/?change",
        "case-hand-over": f"/work/{held.public_id}/?hand",
        **of_closed(Case.objects.get(stage="closed")),
        "print": f"/work/{urgent.public_id}/print/",
        "process": f"/processes/{held.process.public_id}/",
        "form-setting-up": f"/processes/{held.process.public_id}/form/",
        "use": f"/uses/{held.process.public_id}/",
        **of_fairness(held.process, reader),
        **of_rollouts(reader),
        **of_eventlogs(reader),
        **of_parallel(held.process, reader),
        **of_audits(reader),
        **of_scenarios(reader),
        **of_workshops(reader),
        **of_maps(reader),
        **of_readiness(reader),
        **of_papers(reader.organisation),
        "topics": f"/processes/{held.process.public_id}/topics/",
        "topics by file": f"/processes/{held.process.public_id}/topics/list/",
        "topic": f"/processes/{held.process.public_id}/topics/one/?key=delivery_status",
        "evidence": f"/processes/{held.process.public_id}/evidence/?wrong=5",
        "autonomy": f"/processes/{held.process.public_id}/autonomy/",
        "ahead": f"/processes/{held.process.public_id}/ahead/?wrong=5",
        "ai-colleague": f"/roster/ai/{Colleague.objects.get(kind='ai').public_id}/",
        "person": f"/people/{reader.public_id}/",
        "leaving": f"/roster/{reader.public_id}/leave/",
        "team": f"/roster/teams/{held.team.public_id}/",
        **of_teaching(f"/skills/{held.process.public_id}/"),
        "lesson": f"/skills/lessons/{Lesson.objects.get().public_id}/",
        "beside-case": f"/knowledge/cases/{held.public_id}/",
        **of_document(Document.objects.get()),
        "model": f"/models/{make_server(reader).public_id}/",
        "tool": f"/tools/{Tool.objects.get().public_id}/",
        **of_trust(f"{held.process.public_id}/", reader),
    }


PARTS = 3
"""The pages are dealt out, so that several processes can look at them."""
SCREENS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1440, "light"), (360, "dark"))
WIDTHS = (1440, 768, 360)


@pytest.mark.parametrize("language", ["de"])
@pytest.mark.parametrize("part", range(PARTS))
def test_pages_read_well(page: Page, sign_in, axe, reader, addresses, language, part):
    """Every page fits every screen; axe reads it on one of two, and `bench.barriers` on both."""
    sign_in(reader)
    mine = [*addresses.items()][part::PARTS]
    for turn, (width, scheme) in enumerate(SCREENS):
        page.emulate_media(color_scheme=scheme)
        for name, address in mine[turn :: len(SCREENS)]:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.goto(address)
            expect(page.locator("[hx-trigger=load]")).to_have_count(0)
            picture(page, f"{name}-{width}-{scheme}")
            axe(page)
            for other in WIDTHS:
                if other != width:
                    page.set_viewport_size({"width": other, "height": HEIGHT})
                    check_fits(page)
