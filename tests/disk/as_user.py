"""Runs kshc as another user: ``python -m tests.disk.as_user UID GID UMASK WARM ARGUMENT ...``; only root can.

That user need not be able to read where Python and kshc lie: the command first runs once as root, on the plan ``WARM``
in place of theirs, so that all it loads is there.
"""

import os
import sys

from kshc_cli.app import main


def run() -> None:
    """Run kshc, become somebody else, run it again, and end with that status."""
    user, group, umask, warm, *arguments = sys.argv[1:]
    named = arguments.index("--plan") + 1
    main([*arguments[:named], warm, *arguments[named + 1 :]])
    os.umask(int(umask, 8))
    os.setgroups([int(group)])
    os.setgid(int(user))
    os.setuid(int(user))
    os._exit(main(arguments))


if __name__ == "__main__":
    run()
