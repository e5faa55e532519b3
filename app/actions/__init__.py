"""What people do to the data: the only callers of `data_access.writes`."""
