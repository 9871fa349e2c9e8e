"""The browser itself notices what it should."""

import pytest
from playwright.sync_api import Page

SIGN_IN = "/accounts/login/"


def test_a_script_outside_the_content_policy_is_noticed(page: Page, problems: list[str]):
    page.goto(SIGN_IN)
    with page.expect_console_message():
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))"
        )

    assert ["Content Security Policy" in problem for problem in problems] == [True]
    problems.clear()


def test_a_field_nobody_can_name_is_noticed(page: Page, axe):
    page.goto(SIGN_IN)
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")

    with pytest.raises(AssertionError, match="label"):
        axe(page)


def test_a_reader_meets_the_page_in_their_own_language(page: Page):
    page.goto(SIGN_IN)

    assert page.locator("html").get_attribute("lang") == "da"
