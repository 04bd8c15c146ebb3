"""Files to reports, or a reason why not."""
