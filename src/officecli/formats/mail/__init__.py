"""Reports as mail: the account they go out by, the message, and the post that takes it to a mail server."""
