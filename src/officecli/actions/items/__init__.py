"""The life of an item: registered, done, reviewed, steered."""
