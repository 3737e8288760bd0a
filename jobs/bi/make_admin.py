"""Makes Superset's administrator, once, with the password of a file: a command line would show it to everyone on the machine.

Usage: make_admin.py PASSWORD_FILE    called by jobs/bi/superset.
"""

import sys
from pathlib import Path

from superset.app import create_app

with create_app().app_context():
    from superset import security_manager

    if not security_manager.find_user("admin"):
        made = security_manager.add_user(
            "admin",
            "Jindu",
            "Admin",
            "admin@localhost",
            security_manager.find_role("Admin"),
            password=Path(sys.argv[1]).read_text().strip(),
        )
        if not made:
            sys.exit("Superset did not make its administrator; its log says why.")
