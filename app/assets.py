"""Third-party and own files for the browser, found inside installed packages, never copied.

Every file has an address that holds its version (or the hash of its content): a browser keeps it
for a year and never asks again, and a new version has a new address.
"""

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from xstatic.pkg import jquery as _jquery
from xstatic.pkg import leaflet as _leaflet

LIBRARY_ROUTE = "/peta/pustaka"
COMPONENT_FOLDER = Path(__file__).parent / "components" / "peta_tematik"
MEDIA_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


@dataclass(frozen=True)
class Asset:
    """One file for the browser: its bytes, gzipped once, and its media type."""

    content_gzip: bytes
    media_type: str


def leaflet_script_path() -> Path:
    """Leaflet's minified script on disk (for maps that leave as one file)."""
    return Path(_leaflet.BASE_DIR) / "leaflet.js"


def leaflet_style_path() -> Path:
    """Leaflet's style sheet on disk."""
    return Path(_leaflet.BASE_DIR) / "leaflet.css"


def jquery_script_path() -> Path:
    """jQuery's minified script on disk (streamlit-folium and folium ask for it)."""
    return Path(_jquery.BASE_DIR) / "jquery.min.js"


@lru_cache(maxsize=1)
def _component_version() -> str:
    """Hash over our own browser files, so that an update of any of them changes every address."""
    digest = hashlib.sha256()
    for path in sorted(COMPONENT_FOLDER.glob("*.*s*")):
        if path.suffix in MEDIA_TYPES:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


@lru_cache(maxsize=1)
def allowed_files() -> dict[str, Path]:
    """Everything the library route may send: "version/name" -> file. Nothing else is served."""
    files = {
        f"leaflet-{_leaflet.VERSION}/leaflet.js": leaflet_script_path(),
        f"leaflet-{_leaflet.VERSION}/leaflet.css": leaflet_style_path(),
        f"jquery-{_jquery.VERSION}/jquery.js": jquery_script_path(),
    }
    for path in sorted(COMPONENT_FOLDER.iterdir()):
        if path.suffix in MEDIA_TYPES:
            files[f"peta-{_component_version()}/{path.name}"] = path
    return files


def asset_url(name: str) -> str:
    """Return the address of a file by its bare name ("leaflet.js", "component.css").

    Raises KeyError for a name that is not on the list.
    """
    for key in allowed_files():
        if key.rpartition("/")[2] == name:
            return f"{LIBRARY_ROUTE}/{key}"
    raise KeyError(name)


@lru_cache(maxsize=32)
def read_asset(key: str) -> Asset:
    """Read one allowed file ("version/name"), compressed once. Raises KeyError for others."""
    path = allowed_files()[key]
    return Asset(gzip.compress(path.read_bytes(), 9, mtime=0), MEDIA_TYPES[path.suffix])
