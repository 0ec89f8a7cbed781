"""Tables in texts, web pages and documents."""
