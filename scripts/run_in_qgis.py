"""Run a Python script inside the real QGIS, in an empty profile that has the plugin.

Usage: run_in_qgis.py [OPTION ...] SCRIPT [ARGUMENT ...]

The plugin is this checkout, or a zip: that one is put in by QGIS's own "Install from ZIP", or, with
--enable, lies there before QGIS starts, as on the days after.

The script finds its arguments in `sys.argv`, and its `sys.exit` code becomes this command's; a
QGIS that hangs is killed with a word about it. How the script is run: `inside_qgis.py`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = Path(__file__).resolve().parent
BLOCKER = SCRIPTS / "blocker"  # holds the sitecustomize.py that blocks imports
HANG = 124  # as the command `timeout` says it


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--plugin", type=Path, help="the plugin's zip (default: this checkout)")
    parser.add_argument("--enable", action="store_true", help="let QGIS start the plugin itself")
    parser.add_argument("--block", default="", help="packages that cannot be imported, a,b,...")
    parser.add_argument("--display", action="store_true", help="on the present display, seen")
    parser.add_argument("--stay", action="store_true", help="leave QGIS open after the script")
    parser.add_argument("--timeout", type=float, default=300, help="seconds before QGIS is killed")
    parser.add_argument("script", type=Path)
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    return parser.parse_args(arguments)


def prepare(profiles: Path, plugin: Path | None, enable: bool) -> None:
    """Lay an empty profile, with the plugin unless QGIS is to install it."""
    profile = profiles / "profiles" / "default"
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True)
    if plugin is None:
        (plugins / "lookalike").symlink_to(ROOT, target_is_directory=True)
    elif enable:
        with zipfile.ZipFile(plugin) as archive:
            archive.extractall(plugins)
    settings = ["[locale]", "overrideFlag=true", "userLocale=en_US"]
    # QGIS crashes at its end where it still waits for its news.
    settings += ["[core]", r"httpsfeedqgisorg\disabled=true"]
    settings += ["[PythonPlugins]", "lookalike=true"] if enable else []
    (profile / "QGIS").mkdir()
    (profile / "QGIS" / "QGIS3.ini").write_text("\n".join(settings) + "\n", encoding="utf-8")


def installs(options: argparse.Namespace) -> bool:
    """Say whether QGIS is to install the plugin itself."""
    return options.plugin is not None and not options.enable


def environment(folder: Path, options: argparse.Namespace) -> dict[str, str]:
    """Return QGIS's environment: the test tools of .venv-qgis in reach, and what is blocked."""
    paths = [str(BLOCKER)] if options.block else []
    paths += [sysconfig.get_path("purelib"), os.environ.get("PYTHONPATH", "")]
    (folder / "run").mkdir(mode=0o700)
    return {
        "LC_ALL": "C.UTF-8",
        "XDG_RUNTIME_DIR": str(folder / "run"),
        **os.environ,
        "LOOKALIKE_BLOCK": options.block,
        "LOOKALIKE_INSTALL": str(options.plugin.resolve()) if installs(options) else "",
        "LOOKALIKE_HANG": str(max(options.timeout - 15, 1)),
        "LOOKALIKE_PICTURES": str(folder / "pictures.sqlite"),
        "LOOKALIKE_STAY": "1" if options.stay else "",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "PYTHONUNBUFFERED": "1",
    }


def command(profiles: Path, options: argparse.Namespace) -> list[str]:
    """Return the command that opens QGIS's window."""
    qgis = shutil.which("qgis") or "/Applications/QGIS.app/Contents/MacOS/QGIS"
    words = [qgis, "--nologo", "--noversioncheck", "--profiles-path", str(profiles)]
    words += ["--code", str(SCRIPTS / "inside_qgis.py"), "--py-args"]
    words += [str(options.script.resolve()), *options.arguments]
    if not options.display and shutil.which("xvfb-run"):
        return ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", *words]
    return words


def run(words: list[str], environ: dict[str, str], timeout: float | None) -> int:
    """Run to the end, or to the end of patience (None: no end); nothing of it stays behind."""
    with subprocess.Popen(words, env=environ, start_new_session=True) as process:
        try:
            return process.wait(timeout)
        except subprocess.TimeoutExpired:
            print(f"QGIS did not end within {timeout:g} s and was killed.", file=sys.stderr)
            return HANG
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def main(arguments: list[str]) -> int:
    """Run one script in one QGIS."""
    options = parse(arguments)
    with tempfile.TemporaryDirectory(prefix="lookalike-", ignore_cleanup_errors=True) as folder:
        profiles = Path(folder) / "profile"
        prepare(profiles, options.plugin, options.enable)
        environ = environment(Path(folder), options)
        # A window that stays is somebody's: it closes when they close it.
        patience = None if options.stay else options.timeout
        code = run(command(profiles, options), environ, patience)
    if code < 0 or code > 128:  # by signal; through xvfb-run 128 + its number
        print(f"QGIS crashed (exit code {code}).", file=sys.stderr)
    return abs(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
