"""The review desk: one file per page, served on this machine alone to a person who decides."""
