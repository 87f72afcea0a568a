"""`import diplokit` is cheap: it compiles no pattern, reads no table, and loads none of the heavy libraries."""

import subprocess
import sys

WATCHED = """
import re, re._compiler, sys

ours = []
compile = re._compiler.compile

def watched(pattern, flags=0):
    frame = sys._getframe(1)
    while frame:
        module = frame.f_globals.get("__name__", "")
        if module.startswith("diplokit"):
            ours.append(f"{module} compiles {pattern!r}")
            break
        if module.startswith(("attr", "pluggy", "platform", "tokenize", "locale", "calendar")):
            break
        frame = frame.f_back
    return compile(pattern, flags)

re._compiler.compile = watched
sys.addaudithook(lambda event, args: event == "open" and "diplokit/data" in str(args[0]) and ours.append(str(args[0])))
import diplokit
ours += [f"loads {name}" for name in ("babel", "regex", "click", "rich", "cattrs") if name in sys.modules]
print("\\n".join(ours))
"""


def test_import_compiles_and_loads_nothing():
    done = subprocess.run([sys.executable, "-c", WATCHED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
