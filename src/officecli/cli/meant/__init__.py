"""What is told to whoever types what is no command line: which words are meant, where they belong, what is missing, and the whole line."""
