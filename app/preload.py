"""Everything that a page imports, imported before anybody is served.

Two visitors who open two pages at once, right after the start, would import the same libraries in
two threads. Where modules import each other in a circle (matplotlib), Python then lets one thread
see a half-made module, and the pages that need it fail until the process ends. It also spares the
first visitor of each page the wait.
"""

import ast
import gc
import importlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from app.sockets import serve_at_once

OWN = Path(__file__).resolve().parent
PAGES = OWN.parent / "pages"
# The commands are other processes' work; the two scripts run only where Streamlit runs them.
_NOT_SERVED = ("app.cli", "app.actions.demo", "app.asgi", "app.main")
# Its library makes itself known to Streamlit as it is imported, which only a page's run may do.
_LEFT_TO_ITS_PAGE = ("app.components.shared_map",)
_ITS_LIBRARIES = ("geo.shared_map",)


@asynccontextmanager
async def prepare_to_serve(served: object) -> AsyncIterator[None]:
    """For the application's lifespan: import while nobody is let in yet, then open the sockets.

    Not sooner: Streamlit's runtime, which caches and components need as they are made, stands.
    """
    import_pages()
    settle_libraries()
    async with serve_at_once(served):
        yield


def import_pages() -> None:
    """Import all modules of ours that the server may need, with their libraries."""
    for name in sorted(list_modules()):
        importlib.import_module(name)


def settle_libraries() -> None:
    """Take all that is loaded by now out of the garbage collector's search, once and for good.

    A full search through the libraries of this app takes 0.1 to 0.2 s in which nobody is
    answered, and libraries never become garbage. What is alive beside them is only no longer
    searched for cycles; counting references frees it as before.
    """
    gc.collect()  # what is garbage already is not kept with the rest
    gc.freeze()


def list_modules() -> set[str]:
    """The names of our own modules that serve, and of what the pages name."""
    listed = {*_list_own(), *_list_imported_by_pages(), *_ITS_LIBRARIES}
    return listed.difference(_LEFT_TO_ITS_PAGE)


def _list_own() -> Iterator[str]:
    for path in OWN.rglob("*.py"):
        parts = path.relative_to(OWN.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if not name.startswith(_NOT_SERVED):
            yield name


def _list_imported_by_pages() -> Iterator[str]:
    """The modules that the pages' scripts name, for the scripts themselves are no modules."""
    for page in PAGES.glob("*.py"):
        for node in ast.walk(ast.parse(page.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module
            elif isinstance(node, ast.Import):
                yield from (each.name for each in node.names)
