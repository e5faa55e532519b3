"""What stays in memory for good, so that Python does not search it over and over."""

import gc
import sys

# Opening a screen for the first time loads dozens of modules; a late import of one is no reason.
_MANY_MODULES = 25
_seen = {"modules": 0}


def settle_modules() -> bool:
    """Take modules loaded since the last time out of the garbage collector's search.

    A full search through the libraries of this app takes 0.1 to 0.2 s in which nobody is
    answered, and libraries never become garbage. What is alive beside them is only no longer
    searched for cycles; counting references frees it as before. Tells whether it did anything.
    """
    loaded = len(sys.modules)
    if loaded - _seen["modules"] < _MANY_MODULES:
        return False
    _seen["modules"] = loaded
    gc.collect(1)
    gc.freeze()
    return True
