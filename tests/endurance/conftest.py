"""The browser and the servers, as the short tests of the screens have them."""

from tests.browser.conftest import (
    chromium,
    demo_app,
    demo_database,
    foreign_requests,
    page_at,
    seats,
    servers,
    start_app,
)

__all__ = [
    "chromium",
    "demo_app",
    "demo_database",
    "foreign_requests",
    "page_at",
    "seats",
    "servers",
    "start_app",
]
