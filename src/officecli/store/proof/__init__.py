"""Whether a store is what its trail says; and copies of it."""
