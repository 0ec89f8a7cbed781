"""What a store is made of: tables, views, guards and indexes, and how an older one is brought up to date."""
