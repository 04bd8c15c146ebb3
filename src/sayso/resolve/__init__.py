"""Written words → places, dates, quantities and mentions, or the reason why not."""
