"""What people type of the office: names of people, units, posts and duties, functions, settings."""
