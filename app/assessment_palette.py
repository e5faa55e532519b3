"""Colours of the classes; the word always stands beside. See `app.palette` for the rules."""

from analysis.monev import DEVELOPING, EMPOWERED, GROWING

# From least to most; their lightness falls with the class, so that a grey print still reads.
CLASS_COLORS = {GROWING: "#fdd49e", DEVELOPING: "#67a9cf", EMPOWERED: "#01665e"}
