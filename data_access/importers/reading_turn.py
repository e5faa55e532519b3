"""Files that people bring are read two at a time: each may take a gigabyte and a core."""

import threading

READING = threading.BoundedSemaphore(2)
"""A turn to read, in one server process: who waits has not begun, so no clock runs yet."""
