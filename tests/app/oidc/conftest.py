"""A provider for these tests, as it should be at the start of each; an office with one account."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from tests.app.oidc.desk import add
from tests.identity_provider import (
    IdentityProvider,
    run_provider,
)


@pytest.fixture(scope="module")
def kept() -> Iterator[IdentityProvider]:
    with run_provider() as provider:
        yield provider


@pytest.fixture
def provider(kept: IdentityProvider) -> IdentityProvider:
    """The provider as it should be, whatever the test before made of it."""
    fresh = IdentityProvider(issuer=kept.issuer, key=kept.key)
    kept.__dict__.update(fresh.__dict__)
    return kept


@pytest.fixture
def office(office: Engine) -> Engine:
    add(office, "siti")
    return office
