"""Signing in, changing the password and signing out: forms before the app, without scripts."""

from app.sign_in.routes import make_sign_in_routes

__all__ = ["make_sign_in_routes"]
