"""What the commands share: options, sessions, tables of commands, many plans, recording."""
