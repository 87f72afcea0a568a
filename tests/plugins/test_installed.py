"""Plugins really installed, with pip, into a fresh environment: a good one, a broken one, a clashing one."""

import json
import os
import subprocess
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REPORT = """
import json, warnings
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    import diplokit
    registry = diplokit.Registry.installed()
found = diplokit.extract("It recalled A/RES/79/1 and S/RES/1701 (2006), and again A/RES/79/1.")
print(json.dumps({
    "plugins": registry.plugins,
    "warnings": [str(w.message) for w in told],
    "mentions": [m.text for m in found.mentions if m.kind == "resolution"],
    "records": found.to_dict().get("records"),
    "actors": registry.sources.get("actors"),
}))
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """An environment that sees diplokit and what it needs, and has three plugins installed."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    script = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.run([python, "-c", script], capture_output=True, text=True, check=True).stdout.strip())
    paths = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), str(ROOT / "src")}
    (site / "surroundings.pth").write_text("\n".join(sorted(paths)), encoding="utf-8")
    plugins = [
        ROOT / "examples" / "diplokit-un-symbols",
        ROOT / "tests/plugins/broken",
        ROOT / "tests/plugins/clashing",
    ]
    command = [python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, *plugins], check=True, cwd=folder)
    return python


def run(python, *arguments):
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COV"))}
    return subprocess.run([python, *arguments], capture_output=True, text=True, check=True, env=clean, encoding="utf-8")


def test_a_good_plugin_works_and_the_others_are_left_out_by_name(environment):
    told = json.loads(run(environment, "-c", REPORT).stdout)
    assert "un-symbols" in told["plugins"]
    assert told["mentions"] == ["A/RES/79/1", "S/RES/1701 (2006)", "A/RES/79/1"]
    assert [record["times"] for record in told["records"]] == [2, 1]
    assert told["actors"] == "diplokit.resolve.actors"
    broken = [warning for warning in told["warnings"] if "diplokit-broken 0.3" in warning]
    clashing = [warning for warning in told["warnings"] if "diplokit-clashing 0.1" in warning]
    assert len(broken) == 1
    assert "a_package_that_is_not_there" in broken[0]
    assert len(clashing) == 1
    assert "'actors' is offered by" in clashing[0]


def test_the_command_line_lists_what_loaded_and_warns_of_the_rest(environment):
    told = run(environment, "-m", "diplokit.cli", "plugins")
    assert (
        "un-symbols  (diplokit-un-symbols 0.1.0): cited_resolutions, general_assembly, security_council" in told.stdout
    )
    assert "diplokit.extract.dates  (diplokit" in told.stdout
    assert "diplokit-broken 0.3" in told.stderr
    assert "clashing" not in told.stdout


def test_the_example_plugin_keeps_its_promises(environment):
    run(environment, "-c", "import diplokit_un_symbols; from diplokit.testing import check; check(diplokit_un_symbols)")
