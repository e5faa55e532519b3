"""People's accounts and roles."""

from app.actions.passwords import hash_password
from app.actions.signing_in import sign_out

__all__ = ["hash_password", "sign_out"]
