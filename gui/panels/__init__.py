"""The panels: each shows one side of the session, and changes it only through the session."""
