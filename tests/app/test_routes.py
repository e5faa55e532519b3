"""Routes of the maps: what they send, how it is cached, what they refuse."""

import gzip

import pytest
from starlette.applications import Starlette

from app.assets import LIBRARY_ROUTE, allowed_files, asset_url
from app.routes import LayerContent, layer_url, make_routes
from tests.app.asgi_client import Client

HASH = "0123456789abcdef0123456789abcdef"
LAYER = b'{"v":1,"features":[]}'


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def client(asked: list[str]) -> Client:
    def read_layer(layer_hash: str) -> LayerContent | None:
        asked.append(layer_hash)
        return LayerContent(gzip.compress(LAYER)) if layer_hash == HASH else None

    return Client(Starlette(routes=list(make_routes(read_layer))))


def test_a_layer_arrives_compressed_private_and_for_a_year(client: Client) -> None:
    answer = client.get(layer_url(HASH))
    assert answer.content == LAYER
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("application/json")


def test_a_known_layer_is_not_sent_twice(client: Client) -> None:
    tag = client.get(layer_url(HASH)).headers["etag"]
    again = client.get(layer_url(HASH), headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_client_without_gzip_gets_the_layer_plain(client: Client) -> None:
    answer = client.get(layer_url(HASH), headers={"accept-encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert answer.content == LAYER


@pytest.mark.parametrize("name", ["f" * 32, "../../etc/passwd", "x" * 32, "abc", "F" * 32])
def test_an_unknown_layer_is_not_found(client: Client, name: str) -> None:
    assert client.get(layer_url(name)).status_code == 404


def test_a_name_that_is_no_hash_never_reaches_the_store(client: Client, asked: list[str]) -> None:
    client.get(layer_url("' OR 1=1"))
    assert asked == []


def test_every_allowed_file_is_sent_whole(client: Client) -> None:
    for key, path in allowed_files().items():
        answer = client.get(f"{LIBRARY_ROUTE}/{key}")
        assert answer.content == path.read_bytes()
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    "key",
    ["__init__.py", "peta/../../settings.py", "leaflet-1.9.3/leaflet-src.js", "leaflet.js", ""],
)
def test_nothing_else_is_sent(client: Client, key: str) -> None:
    assert client.get(f"{LIBRARY_ROUTE}/{key}").status_code == 404


def test_addresses_hold_version_or_hash() -> None:
    assert "/leaflet-1.9." in asset_url("leaflet.js")
    assert "/jquery-3." in asset_url("jquery.js")
    folder = asset_url("component.js").rpartition("/")[0]
    assert asset_url("canvas.js").startswith(folder)  # its modules are found beside it
    with pytest.raises(KeyError):
        asset_url("component.py")
