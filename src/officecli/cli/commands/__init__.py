"""One command or group per file: the file's name is the command's, its docstring the help, `run` or `app` what it does."""
