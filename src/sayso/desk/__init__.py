"""What a person does with a case: decisions, the order of work, search, sentences, agreement."""
