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
from tests.data_access.conftest import postgres_url
from tests.endurance.bad_door import bad_office_template, doors

__all__ = [
    "bad_office_template",
    "chromium",
    "demo_app",
    "demo_database",
    "doors",
    "foreign_requests",
    "page_at",
    "postgres_url",
    "seats",
    "servers",
    "start_app",
]
