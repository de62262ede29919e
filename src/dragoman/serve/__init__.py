"""Where everything is put together: the command line, one small module a group of commands."""
