"""Print the oldest versions that pyproject.toml allows, one requirement a word, for `make minimum`.

What only runs the tests (pytest and the like) is printed as it stands.
"""

import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = project["optional-dependencies"]
runners = [item for item in extras["dev"] if item.startswith(("hatchling", "jsonschema", "pytest", "sybil"))]
for requirement in [*project["dependencies"], *extras["cli"], *extras["testing"]]:
    print(requirement.partition(";")[0].replace(">=", "=="))
print(*runners, sep="\n")
