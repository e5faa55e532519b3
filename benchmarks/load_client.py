"""One visitor's connection: the websocket as the browser uses it, without a browser."""

import asyncio
import ssl
import time
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.typing import Subprotocol

from app.tokens import COOKIE
from benchmarks.load_screen import Screen
from benchmarks.load_widgets import Widget, state_of

PATIENCE_S = 60.0
LOST = (ConnectionClosed, InvalidHandshake, ConnectionError, EOFError)


class Client:
    """A tab: what it shows, what was chosen in it, and asking for the next run."""

    def __init__(self, url: str, token: str, tls: ssl.SSLContext | None = None) -> None:
        self.screen = Screen()
        self.received_bytes = 0
        self.patience_s = PATIENCE_S
        self._url, self._token, self._tls = url, token, tls
        self._socket: ClientConnection | None = None
        self._chosen: dict[str, WidgetState] = {}

    async def connect(self) -> None:
        """Open the socket; after a loss, as the same session where the server still has it."""
        parts = urlsplit(self._url)
        scheme = "wss" if parts.scheme == "https" else "ws"
        asked = ["streamlit", "PLACEHOLDER_AUTH_TOKEN"]
        if self.screen.session_id:
            asked.append(self.screen.session_id)
        self._socket = await connect(
            f"{scheme}://{parts.netloc}/_stcore/stream",
            subprotocols=[Subprotocol(each) for each in asked],
            additional_headers={"Cookie": f"{COOKIE}={self._token}"},
            origin=f"{parts.scheme}://{parts.netloc}",  # type: ignore[arg-type]
            ssl=self._tls,
            max_size=None,
            open_timeout=PATIENCE_S,
        )

    async def close(self) -> None:
        """Close the tab."""
        if self._socket is not None:
            await self._socket.close()

    async def open_page(self, name: str, query: str = "") -> float:
        """Open an address in this tab; seconds until its script has finished."""
        message = BackMsg()
        message.rerun_script.page_name = "" if name == "beranda" else name
        message.rerun_script.query_string = query
        return await self._ask(message)

    async def follow(self, link: Widget) -> float:
        """Click a link to another page of ours."""
        message = BackMsg()
        message.rerun_script.page_script_hash = link.id
        message.rerun_script.query_string = link.options[0] or self.screen.query
        return await self._ask(message)

    async def act(self, widget: Widget, value: str = "") -> float:
        """Choose, type or press; seconds until the script has finished."""
        return await self.send_state(widget, state_of(widget, value))

    async def send_state(self, widget: Widget, state: WidgetState) -> float:
        """Send what a widget holds now, such as a file."""
        if not state.trigger_value:
            self._chosen[widget.id] = state
        message = self._again(widget.fragment)
        if state.trigger_value:
            message.rerun_script.widget_states.widgets.append(state)
        return await self._ask(message)

    async def rerun(self, fragment: str = "", *, by_itself: bool = False) -> float:
        """Let the page, or a fragment of it, run again as it stands."""
        message = self._again(fragment)
        message.rerun_script.is_auto_rerun = by_itself
        return await self._ask(message)

    def _again(self, fragment: str) -> BackMsg:
        message = BackMsg()
        client = message.rerun_script
        client.page_script_hash, client.query_string = self.screen.page, self.screen.query
        client.fragment_id = fragment
        shown = {widget.id for widget in self.screen.widgets()}
        self._chosen = {key: state for key, state in self._chosen.items() if key in shown}
        client.widget_states.widgets.extend(self._chosen.values())
        return message

    async def _ask(self, message: BackMsg) -> float:
        if self._socket is None:
            raise RuntimeError("the tab is not connected")
        client = message.rerun_script
        client.cached_message_hashes.extend(self.screen.known)
        client.context_info.timezone = "Asia/Makassar"
        client.context_info.timezone_offset = -480
        client.context_info.locale = "id-ID"
        client.context_info.url = f"{self._url}/{self.screen.pages.get(self.screen.page, '')}"
        begun = time.monotonic()
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(self.patience_s):
            await self._read_to_the_end(self._socket)
        return time.monotonic() - begun

    async def _read_to_the_end(self, socket: ClientConnection) -> None:
        while True:
            data = await socket.recv()
            self.received_bytes += len(data)
            if self.screen.take(ForwardMsg.FromString(data if isinstance(data, bytes) else b"")):
                return
