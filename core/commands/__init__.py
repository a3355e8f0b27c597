"""The command line: all that can be done without a window, and without Qt."""

COMMANDS = ("new", "train", "step", "check", "sweep", "diagnose", "export", "schema")
"""The words after `gyaku`; each is a module here, with `add_arguments(parser)` and `run(arguments)`."""
