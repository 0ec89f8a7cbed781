"""The office itself as reports: its ranks, units, posts, duties and people. They belong to the commands of those names."""
