"""What stands on a visitor's screen, as far as a load test must know: read from the messages."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from app.routes import LAYER_ROUTE
from app.text.screens import UNEXPECTED
from benchmarks.load_widgets import Widget, read_widget

# The browser forgets a message that it has not needed for two runs (global.maxCachedMessageAge).
_KEPT_RUNS = 2
_BROKEN: Final = "script_compilation_exception"
_CALM = UNEXPECTED.split("{")[0]
_LAYER = re.compile(re.escape(LAYER_ROUTE) + r"/[0-9a-f]+\.json")


@dataclass(frozen=True, slots=True)
class _Read:
    """What one element means to a load test."""

    fragment: str
    widget: Widget | None = None
    fault: str | None = None
    alert: str | None = None
    layer: str | None = None


@dataclass(slots=True)
class Screen:
    """The elements of a page, kept as the browser keeps them: what a run left out goes."""

    pages: dict[str, str] = field(default_factory=dict)
    """Names by hash."""
    page: str = ""
    """The hash of the page shown."""
    query: str = ""
    session_id: str = ""
    auto_reruns: dict[str, float] = field(default_factory=dict)
    """Seconds between the runs of the fragments that run by themselves."""
    ended_badly: str = ""
    _placed: dict[tuple[int, ...], tuple[int, _Read]] = field(default_factory=dict)
    _kept: dict[str, tuple[int, _Read]] = field(default_factory=dict)
    _run: int = 0
    _fragments: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name of the page shown."""
        return self.pages.get(self.page, "") or "beranda"

    @property
    def known(self) -> list[str]:
        """Hashes of messages that the server need not send again."""
        return list(self._kept)

    def take(self, message: ForwardMsg) -> bool:
        """Take in one message; tell whether it ends what was asked for."""
        kind = message.WhichOneof("type")
        if kind == "delta":
            self._take_delta(message)
        elif kind == "ref_hash":
            self._put(message, self._kept[message.ref_hash][1], message.ref_hash)
        elif kind == "new_session":
            self._begin(message)
        elif kind == "navigation":
            pages = message.navigation.app_pages
            self.pages = {page.page_script_hash: page.url_pathname for page in pages}
            self.page = message.navigation.page_script_hash or self.page
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "auto_rerun":
            self.auto_reruns[message.auto_rerun.fragment_id] = message.auto_rerun.interval
        elif kind == "session_event" and message.session_event.HasField(_BROKEN):
            self.ended_badly = _BROKEN
        return kind == "script_finished" and self._finish(message)

    def widgets(self, *kinds: str) -> list[Widget]:
        """What can be acted on now, of some kinds or of all, in the page's order."""
        found = (read.widget for _, (_, read) in sorted(self._placed.items()))
        return [each for each in found if each and (not kinds or each.kind in kinds)]

    def find(self, key: str) -> Widget | None:
        """The widget of a key."""
        return next((widget for widget in self.widgets() if widget.key == key), None)

    def faults(self) -> list[str]:
        """Errors that the screen shows: exceptions, and our calm sentence in their place."""
        return [read.fault for _, read in self._placed.values() if read.fault]

    def alerts(self) -> list[str]:
        """The sentences in coloured boxes."""
        return [read.alert for _, read in self._placed.values() if read.alert]

    def layers(self) -> set[str]:
        """Addresses of the geometry that the maps on the screen ask for."""
        return {read.layer for _, read in self._placed.values() if read.layer}

    def _begin(self, message: ForwardMsg) -> None:
        self._run += 1
        self._fragments = frozenset(message.metadata.run.fragment_ids)
        self.session_id = message.new_session.initialize.session_id or self.session_id
        if not self._fragments:
            self.page = message.new_session.page_script_hash or self.page
            self.auto_reruns.clear()

    def _finish(self, message: ForwardMsg) -> bool:
        status = message.script_finished
        if status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            self.ended_badly = _BROKEN
        elif status == ForwardMsg.FINISHED_SUCCESSFULLY:
            self._drop(lambda _read: True)
        elif status == ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY:
            self._drop(lambda read: read.fragment in self._fragments)
        oldest = self._run - _KEPT_RUNS
        self._kept = {key: kept for key, kept in self._kept.items() if kept[0] > oldest}
        return status != ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def _drop(self, concerns: Callable[[_Read], bool]) -> None:
        """Let go what the run that has just ended has not drawn again."""
        self._placed = {
            path: (run, read)
            for path, (run, read) in self._placed.items()
            if run == self._run or not concerns(read)
        }

    def _take_delta(self, message: ForwardMsg) -> None:
        if message.delta.WhichOneof("type") != "new_element":
            self._placed.pop(tuple(message.metadata.delta_path), None)
            return
        read = _read(message.delta.new_element, message.delta.fragment_id)
        self._put(message, read, message.hash if message.metadata.cacheable else "")

    def _put(self, message: ForwardMsg, read: _Read, kept_as: str) -> None:
        self._placed[tuple(message.metadata.delta_path)] = (self._run, read)
        if kept_as:
            self._kept[kept_as] = (self._run, read)


def _read(element: Element, fragment: str) -> _Read:
    kind = element.WhichOneof("type")
    if kind == "exception":
        told = element.exception
        return _Read(fragment, fault=f"{told.type}: {told.message}")
    if kind == "alert":
        body = element.alert.body
        return _Read(fragment, alert=body, fault=body if body.startswith(_CALM) else None)
    if kind == "bidi_component":
        component = element.bidi_component
        found = _LAYER.search(component.json or component.mixed.json)
        return _Read(fragment, layer=found.group() if found else None)
    return _Read(fragment, widget=read_widget(element, fragment))


def sees(sentences: Iterable[str], wanted: str) -> bool:
    """Tell whether one of some sentences holds some words."""
    return any(wanted in sentence for sentence in sentences)
