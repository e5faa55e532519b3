"""Uploads by hand: what the browser sends for a file, without a browser."""

import http.client
import uuid
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from streamlit.proto.WidgetStates_pb2 import WidgetState

from app.tokens import COOKIE
from benchmarks.load_client import Client
from benchmarks.load_widgets import Widget

_XSRF = "_streamlit_xsrf"
_CHUNK = b"1,2,3,4\n" * (1 << 17)


@dataclass
class Sender:
    """One tab's way to hand in files: its session, and the mark against foreign sites' requests."""

    url: str
    token: str
    session_id: str
    xsrf: str = field(init=False)

    def __post_init__(self) -> None:
        connection = self._connect()
        connection.request("GET", "/_stcore/health", headers={"Cookie": f"{COOKIE}={self.token}"})
        answer = connection.getresponse()
        answer.read()
        cookies = [value for name, value in answer.getheaders() if name.lower() == "set-cookie"]
        marks = [value.split(";")[0].partition("=")[2] for value in cookies if _XSRF in value]
        self.xsrf = marks[0]
        connection.close()

    def put(self, size: int, content: bytes | None = None, file_id: str = "") -> int:
        """Send one file of some bytes; the status, 0 where the server hung up on us."""
        border = uuid.uuid4().hex
        head = (
            f'--{border}\r\nContent-Disposition: form-data; name="f"; filename="data.csv"\r\n'
            "Content-Type: text/csv\r\n\r\n"
        ).encode()
        tail = f"\r\n--{border}--\r\n".encode()
        connection = self._connect()
        try:
            path = f"/_stcore/upload_file/{self.session_id}/{file_id or uuid.uuid4()}"
            connection.putrequest("PUT", path)
            connection.putheader("Cookie", f"{COOKIE}={self.token}; {_XSRF}={self.xsrf}")
            connection.putheader("X-Xsrftoken", self.xsrf)
            connection.putheader("Content-Type", f"multipart/form-data; boundary={border}")
            connection.putheader("Content-Length", str(len(head) + size + len(tail)))
            connection.endheaders()
            try:
                connection.send(head)
                _send_body(connection, size, content)
                connection.send(tail)
            except OSError:
                # Refused before it has come: the answer may still be there to read.
                pass
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()

    def _connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=120)


def _send_body(connection: http.client.HTTPConnection, size: int, content: bytes | None) -> None:
    if content is not None:
        connection.send(content)
        return
    left = size
    while left > 0:
        connection.send(_CHUNK[: min(left, len(_CHUNK))])
        left -= len(_CHUNK)


async def hand_in(client: Client, uploader: Widget, file_id: str, size: int) -> float:
    """Tell the page that a file stands in its field; seconds until the script has finished."""
    state = WidgetState(id=uploader.id)
    state.file_uploader_state_value.uploaded_file_info.add(
        file_id=file_id, name="data.csv", size=size
    )
    return await client.send_state(uploader, state)
