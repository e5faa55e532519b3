"""Words of a meeting's documents."""
PAGE_WORD = "Halaman"
PAGE_OF = "dari"
NUMBER_LABEL = "Nomor:"
NUMBER_WORDS=()
