"""Words inside formatted figures and dates."""

MISSING = "belum ada data"
RISE, FALL, UNCHANGED = "naik", "turun", "tetap"
PERCENT = "{number} %"
INTERVAL = "{lower}–{upper} %"
POINTS = "{points} poin"
CHANGE_WITH_DIRECTION = "{direction} {points} poin persen"
CHANGE_UNCHANGED = UNCHANGED
SEMESTERS = {"1": "Semester I {year}", "2": "Semester II {year}"}
# Short money: smallest amount of a unit and its sign, largest first.
MONEY_UNITS = ((1_000_000_000_000, "T"), (1_000_000_000, "M"), (1_000_000, "jt"))
RUPIAH = "{sign}Rp{number}"
RUPIAH_SHORT = "{sign}Rp{number} {unit}"
