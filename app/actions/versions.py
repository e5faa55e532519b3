"""What a save on versions takes and gives back, for the screens: the change and the conflict."""

from data_access.writes.versions import ChangeT, Conflict, KeyT, ValueT

__all__ = ["ChangeT", "Conflict", "KeyT", "ValueT"]
