"""Words of the HTML page around the app, seen before (or without) its scripts."""

TITLE = "Konvergensi"
NO_SCRIPT = "Aktifkan JavaScript di peramban Anda untuk membuka aplikasi ini."
