"""The public page: what is approved, without sign-in, as plain HTML and files."""
