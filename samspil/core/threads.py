"""Put mails into an order in which each comes after what it answers."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

Item = TypeVar("Item")
LAST = datetime.max.replace(tzinfo=UTC)


def in_thread_order(
    items: Sequence[Item],
    *,
    number: Callable[[Item], str],
    answers: Callable[[Item], Sequence[str]],
    moment: Callable[[Item], datetime | None],
) -> list[Item]:
    """The items, each after those it answers as far as they are among them; else as they came.

    Among answers to the same mail the earlier written comes first. Mails that answer each other in
    a circle are taken as they come.
    """
    by_number: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        if number(item):
            by_number.setdefault(number(item), []).append(place)
    if not any(one in by_number for item in items for one in answers(item)):
        return list(items)
    order = sorted(
        range(len(items)),
        key=lambda place: (bool(answers(items[place])), moment(items[place]) or LAST, place),
    )
    done: dict[int, None] = {}
    for start in order:
        _place_after(start, items, by_number, answers, done)
    return [items[place] for place in done]


def _place_after(
    start: int,
    items: Sequence[Item],
    by_number: dict[str, list[int]],
    answers: Callable[[Item], Sequence[str]],
    done: dict[int, None],
) -> None:
    """Note `start` as done after all that it answers; without recursion, threads may be long."""
    waiting, begun = [start], set[int]()
    while waiting:
        place = waiting[-1]
        if place in done:
            waiting.pop()
            continue
        before = [
            other
            for one in answers(items[place])
            for other in by_number.get(one, ())
            if other not in done and other not in begun and other != place
        ]
        begun.add(place)
        if before:
            waiting.extend(before)
        else:
            done[place] = None
            waiting.pop()
