"""What one person does in a load test: look, choose, go on, and now and then save something."""

import asyncio
import random
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable
from functools import partial

from app.components.stage_choice import STAGE_KEY, YEAR_KEY
from app.text.isian import PART_OWN, SAVED, VIEW_FORM
from app.tokens import COOKIE
from benchmarks.load_client import LOST, Client
from benchmarks.load_people import Visitor
from benchmarks.load_record import Record, Step
from benchmarks.load_screen import sees
from benchmarks.load_widgets import Widget

GOES_ON, SAVES = 0.4, 0.35
# The half-year that the demonstration is in, and what its own part is called.
_YEAR, _STAGE, _OWN = "2026", "Capaian semester II", PART_OWN.replace("{agency}", "")
_SAVED = SAVED.split("{time}")[0].split("}")[1]
_CHOICES = ("selectbox", "radio", "button_group")
# A browser waits a moment before it tries again, longer each time.
_RETRY_S = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)


class Walk:
    """One tab of one person, from its opening to the end of the test."""

    def __init__(
        self,
        url: str,
        visitor: Visitor,
        record: Record,
        *,
        think_s: tuple[float, float],
        tls: ssl.SSLContext | None = None,
        read_cpu: Callable[[], float] | None = None,
    ) -> None:
        self._url, self._visitor, self._record, self._tls = url, visitor, record, tls
        self._client = Client(url, visitor.token, tls)
        self._random = random.Random(visitor.username)
        self._think_s, self._read_cpu = think_s, read_cpu
        self._fetched: set[str] = set()
        self._ran_at = 0.0

    async def run(self, until: float) -> None:
        """Open the app and use it until a moment of the monotonic clock."""
        try:
            await self._fetch("/")
            await self._client.connect()
            await self._take("open", lambda: self._client.open_page("beranda"))
            while time.monotonic() < until:
                await self._think(until)
                if time.monotonic() < until:
                    await self._step()
        except LOST as error:
            self._fail(f"lost at the start: {type(error).__name__} {error}"[:160])
        finally:
            self._record.received_bytes += self._client.received_bytes
            await self._client.close()

    async def _think(self, until: float) -> None:
        """Think; the fragments that run by themselves do so meanwhile."""
        wakes = min(time.monotonic() + self._random.uniform(*self._think_s), until)
        every = self._client.screen.auto_reruns
        for fragment, interval in list(every.items()):
            due = self._ran_at + interval
            if due <= wakes:
                await asyncio.sleep(max(due - time.monotonic(), 0))
                again = partial(self._client.rerun, fragment, by_itself=True)
                await self._take("by itself", again)
        await asyncio.sleep(max(wakes - time.monotonic(), 0))

    async def _step(self) -> None:
        screen = self._client.screen
        if self._visitor.saves and self._random.random() < SAVES:
            await self._save()
            return
        links = {link.id: link for link in screen.widgets("page_link")}
        choices = [each for each in screen.widgets(*_CHOICES) if not each.form]
        if links and (not choices or self._random.random() < GOES_ON):
            link = self._random.choice(list(links.values()))
            await self._take("go to", lambda: self._client.follow(link))
        elif choices:
            widget = self._random.choice(choices)
            await self._choose(widget, self._random.choice(widget.options))
        else:
            await self._take("open", lambda: self._client.open_page("beranda"))

    async def _choose(self, widget: Widget, value: str) -> None:
        await self._take("choose", lambda: self._client.act(widget, value))

    async def _save(self) -> None:
        """One figure of one desa: to the entry page, its form, a field, and the save."""
        screen = self._client.screen
        if screen.name != "isian":
            links = {screen.pages.get(each.id): each for each in screen.widgets("page_link")}
            if "isian" not in links:
                return
            await self._take("go to", lambda: self._client.follow(links["isian"]))
            return
        view = screen.find("isian_tampilan")
        fields = [each for each in screen.widgets("text_input") if each.key.startswith("isian_")]
        if view is None:
            await self._find_own_part()
        elif not fields:
            await self._choose(view, VIEW_FORM)
        else:
            await self._type_and_save(self._random.choice(fields))

    async def _find_own_part(self) -> None:
        """Back to the half-year and the part that wait for this person; others are closed."""
        part = f"isian_bagian_{self._visitor.grant.wilayah_code}"
        for key, wanted in ((YEAR_KEY, _YEAR), (STAGE_KEY, _STAGE), (part, _OWN)):
            widget = self._client.screen.find(key)
            fitting = [each for each in widget.options if wanted in each] if widget else []
            if widget and fitting:
                await self._choose(widget, fitting[0])

    async def _type_and_save(self, field: Widget) -> None:
        value = self._random.randint(1, 99)
        unit, item = field.key.split("_")[-2:]
        await self._take("type", lambda: self._client.act(field, str(value)))
        button = self._client.screen.find("isian_simpan")
        if button is None:
            return
        taken = await self._take("save", lambda: self._client.act(button))
        if taken and sees(self._client.screen.alerts(), _SAVED):
            self._record.saved.append((self._visitor.username, unit, item, value))
        elif taken:
            self._fail(f"not acknowledged: {self._client.screen.alerts()[:1]}")

    async def _take(self, what: str, ask: Callable[[], Awaitable[float]]) -> bool:
        """One step, recorded; False where the connection was lost in it."""
        cpu = self._read_cpu() if self._read_cpu else None
        try:
            taken = await ask()
        except TimeoutError:
            self._fail(f"{self._client.screen.name}: {what}: no end within the patience")
            return False
        except LOST as error:
            await self._come_back(type(error).__name__)
            return False
        self._ran_at = time.monotonic()
        screen = self._client.screen
        spent = self._read_cpu() - cpu if self._read_cpu and cpu is not None else None
        self._record.steps.append(Step(what, screen.name, taken, self._ran_at, spent))
        for fault in screen.faults():
            self._fail(f"{screen.name}: {what}: {fault}")
        if screen.ended_badly:
            self._fail(f"{screen.name}: {screen.ended_badly}")
        for layer in screen.layers():
            await self._fetch(layer)
        return True

    async def _come_back(self, why: str) -> None:
        """Connect again as a browser does, and let the page run as it stood."""
        begun = time.monotonic()
        self._fail(f"lost: {why}")
        for pause in _RETRY_S:
            await asyncio.sleep(pause)
            try:
                await self._client.connect()
                await self._client.rerun()
            except (*LOST, TimeoutError):
                continue
            self._record.reconnected += 1
            self._ran_at = time.monotonic()
            page, taken = self._client.screen.name, self._ran_at - begun
            self._record.steps.append(Step("come back", page, taken, self._ran_at))
            return
        raise ConnectionError("the server did not come back")

    async def _fetch(self, path: str) -> None:
        """What the browser gets once: the page's shell, a map's geometry."""
        if path in self._fetched:
            return
        self._fetched.add(path)
        begun = time.monotonic()
        status = await asyncio.to_thread(self._get, path)
        if status != 200:
            self._fail(f"GET {path[:24]}: {status}")
        now = time.monotonic()
        self._record.steps.append(Step("get", path.split("/")[1] or "shell", now - begun, now))

    def _get(self, path: str) -> int:
        headers = {"Cookie": f"{COOKIE}={self._visitor.token}", "Accept-Encoding": "gzip"}
        request = urllib.request.Request(self._url + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30, context=self._tls) as answer:
                answer.read()
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def _fail(self, words: str) -> None:
        self._record.errors.append(words)
