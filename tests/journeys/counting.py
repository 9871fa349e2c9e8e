"""A page on which every step of a person is counted, and none can be taken without."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Locator, Page

Role = Literal["button", "link"]


@dataclass
class CountedPage:
    """A person at a browser. One click, one field filled, one choice, one key count one each.

    The page itself is out of reach, so that a test takes no step that is not counted; what can be
    read of it (`seen`) is for expectations alone.
    """

    _page: Page
    steps: list[str] = field(default_factory=list)
    _began: bool = False

    def begin(self, address: str) -> None:
        """Open the first page; everything after that is reached by clicks.

        What it fetches by itself is there then, and moves no link away from under the pointer.
        """
        assert not self._began, "Only the first page is opened by its address."
        self._began = True
        self._page.goto(address)
        self._page.wait_for_load_state("networkidle")

    def press(self, name: str, *, role: Role = "button", within: str = "main") -> None:
        """Click a button or link of this name."""
        place = self._page.locator(within)
        self._take(name, place.get_by_role(role, name=name, exact=True).click)

    def fill(self, label: str, text: str, *, within: str = "main") -> None:
        """Type a whole field."""
        field_ = self._page.locator(within).get_by_label(re.compile(f"^{re.escape(label)}"))
        self._take(f"{label}: {text[:20]}", lambda: field_.fill(text))

    def choose(self, label: str, option: str) -> None:
        """Choose one of a list."""
        field_ = self._page.locator("main").get_by_label(label)
        self._take(f"{label}: {option}", lambda: field_.select_option(option))

    def tick(self, label: str) -> None:
        """Tick a box, or choose one of several circles."""
        self._take(label, self._page.locator("main").get_by_label(label).check)

    def seen(self, selector: str = "main") -> "Seen":
        """What stands there, to look at."""
        return Seen(self._page.locator(selector))

    def look_again(self) -> None:
        """Load the page again, as it does by itself once something has happened."""
        self._page.reload()

    def _take(self, step: str, do: Callable[[], object]) -> None:
        assert self._began, "Begin somewhere first."
        do()
        self.steps.append(step)


@dataclass
class Seen:
    """Something on the page, to be looked at and not to be touched."""

    _locator: Locator

    def wait_for(self, text: str) -> None:
        """Fail unless this text stands there soon."""
        self._locator.filter(has_text=text).first.wait_for()

    @property
    def text(self) -> str:
        """All its words."""
        return self._locator.inner_text()
