"""How long it takes to say what takes one's time: the questionnaire, filled in by a browser.

Somebody with ten tasks, six from the ready library and four typed, says everything that can be said
of each and hands in. Every pointing, click and key is counted as it is made, and every word that
comes to stand on the page. The time is reckoned from these by the keystroke-level model (Card,
Moran and Newell, 1980), reading at 238 words a minute (Brysbaert, 2019), and so many seconds to
recall each figure as `RECALL_S` says, which stands for the model's mental step there: that is our
assumption, and no person was timed. The last row is somebody for whom all of it takes twice as
long. Baseline: the same ten tasks with how often and how long alone. Run
`python -m bench.questionnaire`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from bench.barriers import company, context_of, signed_in, started_browser
from bench.report import Row, at_most, main

KEY_S, POINT_S, CLICK_S, HOME_S, MENTAL_S = 0.28, 1.1, 0.2, 0.4, 1.35
"""The model's K (of somebody who types 40 words a minute), P, BB, H and M."""
WORDS_A_MINUTE = 238
RECALL_S = 8.0
"""To recall how often, how many minutes, how many of a hundred, or which systems."""
JUDGE_S = 4.0
"""To say how frustrating it is, and who should do it."""
MOST_MINUTES = 15
TYPED = ("Chase late deliveries", "Answer the showroom phone", "Sort the post", "Plan the week")
SYSTEMS = ("Outlook", "Navision")


@dataclass
class Person:
    """Somebody at a browser, and what it costs them, in seconds by what they do."""

    page: Page
    hands_on_keys: bool = False
    spent: dict[str, float] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    steps: int = 0

    def click(self, what: Locator) -> None:
        """Decide, reach for the mouse where the hands are on the keys, point, and click."""
        self.spend("moving", MENTAL_S + POINT_S + CLICK_S + HOME_S * self.hands_on_keys)
        self.hands_on_keys = False
        what.click()
        self._step()

    def type(self, what: Locator, text: str, *, recall: float = 0.0) -> None:
        """Recall it, go to the field by the Tab key or the mouse, and type."""
        by_tab = self.hands_on_keys
        self.spend("recalling", recall or MENTAL_S)
        self.spend("moving", KEY_S if by_tab else POINT_S + CLICK_S + HOME_S)
        self.spend("typing", KEY_S * len(text))
        self.hands_on_keys = True
        what.fill(text)
        what.dispatch_event("change")
        self._step()

    def choose(self, what: Locator, place: int, *, recall: float) -> None:
        """Recall it, and take one of a list by the keyboard, where it is not chosen already."""
        self.spend("recalling", recall or MENTAL_S)
        chosen = what.evaluate("one => one.selectedIndex")
        self.spend("moving", KEY_S * (1 + abs(place - chosen)))
        self.hands_on_keys = True
        what.select_option(index=place)
        self._step()

    def press(self, what: Locator) -> None:
        """Recognise it, go there by the Tab key, and press Enter."""
        self.spend("moving", MENTAL_S + 2 * KEY_S)
        what.press("Enter")
        self._step()

    def look(self) -> None:
        """Read whatever line was not read before."""
        lines = self.page.locator("main").inner_text().splitlines()
        fresh = {line.strip() for line in lines} - self.read
        self.read |= fresh
        words = sum(len(line.split()) for line in fresh)
        self.spend("reading", words * 60 / WORDS_A_MINUTE)

    @property
    def minutes(self) -> float:
        """All of it."""
        return sum(self.spent.values()) / 60

    def spend(self, what: str, seconds: float) -> None:
        """Count so many seconds."""
        self.spent[what] = self.spent.get(what, 0.0) + seconds

    def _step(self) -> None:
        self.steps += 1


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    with company() as (address, mail, password), started_browser() as browser:
        cookies = signed_in(browser, address, mail, password)
        found = []
        for whole in (False, True):
            context = context_of(browser, address, "en", 1440)
            context.add_cookies(cookies)
            found.append(_fill_in(context.new_page(), whole=whole))
            context.close()
    least, all_ = found
    for what, seconds in all_.spent.items():
        yield Row(name=what, unit="s", value=seconds, baseline=least.spent.get(what, 0.0))
    yield Row(name="steps", unit="steps", value=all_.steps, baseline=least.steps)
    yield at_most(
        "ten tasks, all that can be said", "min", all_.minutes, goal=MOST_MINUTES,
        baseline=least.minutes,
    )  # fmt: skip
    yield Row(
        name="the same, everything twice as slow", unit="min", value=2 * all_.minutes,
        baseline=2 * least.minutes,
    )  # fmt: skip


def _fill_in(page: Page, *, whole: bool) -> Person:
    """One sheet of a round of its own, from opening it to handing it in."""
    page.goto("/audits/new/")
    page.locator("main form button.primary").click()
    page.get_by_role("link", name="Say what takes your time").click()
    person = Person(page)
    person.look()
    person.click(page.get_by_role("button", name="Begin"))
    person.look()
    _pick(person, page)
    for title in TYPED:
        person.type(page.locator("#own-title"), title, recall=RECALL_S)
        person.click(page.get_by_role("button", name="Add", exact=True))
    rows = page.locator("li.sheet")
    for number in range(rows.count()):
        _say(person, rows.nth(number), number, whole=whole)
    person.look()
    person.click(page.get_by_role("button", name="Hand in"))
    expect(page.get_by_text("You have handed this in.")).to_be_visible()
    person.look()
    return person


def _pick(person: Person, page: Page) -> None:
    person.type(page.locator("#words"), "bookkeeper", recall=RECALL_S)
    occupation = page.locator("#found a.button").first
    expect(occupation).to_be_visible()
    person.look()
    with page.expect_response(lambda one: "occupation=" in one.url):
        person.click(occupation)
    page.wait_for_load_state("networkidle")
    boxes = page.locator("#found input[name=library]")
    expect(boxes.nth(5)).to_be_visible()
    person.look()
    for number in range(6):
        person.click(boxes.nth(number))
    person.click(page.get_by_role("button", name="Add what is ticked"))
    expect(page.locator("li.sheet")).to_have_count(6)
    person.look()


def _say(person: Person, row: Locator, number: int, *, whole: bool) -> None:
    person.type(row.get_by_label("How many times"), str(2 + number % 5), recall=RECALL_S)
    person.choose(row.get_by_label("in", exact=True), number % 2, recall=0.0)
    person.type(row.get_by_label("Minutes each time"), str(10 + number), recall=RECALL_S)
    if whole:
        person.type(row.get_by_label("Goes wrong, in 100"), "3", recall=RECALL_S)
        person.choose(row.get_by_label("Frustration"), 3, recall=JUDGE_S)
        person.choose(row.get_by_label("Who should do it"), 2, recall=JUDGE_S)
        _name_systems(person, row, first=number == 0)
    expect(row.get_by_text("Kept.")).to_be_visible()


def _name_systems(person: Person, row: Locator, *, first: bool) -> None:
    """Typed at the first task; at the others taken from what was named already."""
    field_ = row.get_by_label("Systems you touch")
    if first:
        person.type(field_, ", ".join(SYSTEMS), recall=RECALL_S)
        return
    field_.focus()
    person.spend("moving", KEY_S)
    for name in SYSTEMS:
        person.press(row.get_by_role("button", name=name))


if __name__ == "__main__":
    main(measure, description=__doc__)
