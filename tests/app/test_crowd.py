"""Few screens are drawn at a time, and nobody waits for ever."""

import threading
import time
from collections.abc import Callable

import pytest

from app.crowd import Turns


def start(turns: Turns, work: Callable[[], None]) -> threading.Thread:
    def draw() -> None:
        with turns.take():
            work()

    thread = threading.Thread(target=draw, daemon=True)
    thread.start()
    return thread


def test_only_so_many_draw_at_once_and_all_come_to_their_turn() -> None:
    turns, drawing, most, lock = Turns(at_once=2), [0], [0], threading.Lock()

    def draw() -> None:
        with lock:
            drawing[0] += 1
            most[0] = max(most[0], drawing[0])
        time.sleep(0.01)
        with lock:
            drawing[0] -= 1

    threads = [start(turns, draw) for _ in range(12)]
    for thread in threads:
        thread.join(20)
    assert (most[0], drawing[0]) == (2, 0)
    assert not any(thread.is_alive() for thread in threads)


def test_who_came_first_draws_first() -> None:
    turns, order, go = Turns(at_once=1), [], threading.Event()
    first = start(turns, go.wait)
    waiting = []
    for number in range(4):
        waiting.append(start(turns, lambda number=number: order.append(number)))
        while len(turns._waiting) <= number:
            time.sleep(0.001)
    go.set()
    for thread in (first, *waiting):
        thread.join(20)
    assert order == [0, 1, 2, 3]


def test_a_long_drawing_no_longer_holds_the_others_up() -> None:
    turns, end, reached = Turns(at_once=1, lease_s=0.05), threading.Event(), threading.Event()
    long = start(turns, lambda: end.wait(20) and None)
    start(turns, reached.set)
    assert reached.wait(20)
    assert long.is_alive()
    end.set()


def test_a_turn_that_never_comes_is_waited_for_only_so_long() -> None:
    turns, end, reached = Turns(at_once=1, patience_s=0.05), threading.Event(), threading.Event()
    start(turns, lambda: end.wait(20) and None)
    start(turns, reached.set)
    assert reached.wait(20)
    end.set()


def test_a_screen_that_fails_gives_its_turn_back() -> None:
    turns = Turns(at_once=1)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), turns.take():
            raise ZeroDivisionError
    assert not turns._begun
