"""The chain of command as one sees it: decisions to their result, requests and who holds them, what went against the stream."""
