"""``make release``: the same bytes from the same sources, files that work, and an image that can be built."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from cyclonedx import schema as cyclonedx
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from referencing import Registry, Resource

from tests.conftest import ROOT
from tools.release import CONTEXT, PARTS, PROGRAM, SUMS

pytestmark = pytest.mark.skipif(Path(sys.prefix) != ROOT / ".venv", reason="is made of what uv.lock names")
DAY = 1_790_000_000
LEFT_OUT = (".git", ".venv", ".uv", "build", "dist", "__pycache__", ".*_cache", ".hypothesis", ".coverage*", "tests")


def settings(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KSHC", "PYTHON", "VIRTUAL"))}
    return kept | {"SOURCE_DATE_EPOCH": str(DAY)} | more


def built(sources: Path, out: Path, **more: str) -> Path:
    subprocess.run(
        [sys.executable, "-m", "tools.release", "--out", out],
        cwd=sources, env=settings(**more), check=True, capture_output=True,
    )  # fmt: skip
    return out


def copied(folder: Path, age: int) -> Path:
    """Return a copy of the sources, whose files were written at another time."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for path in folder.rglob("*"):
        os.utime(path, (age, age))
    return folder


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release")
    return built(copied(folder / "a", 1_600_000_000), folder / "out")


def test_the_same_sources_give_the_same_bytes(release: Path, tmp_path: Path) -> None:
    sources = copied(tmp_path / "elsewhere" / "b", 1_700_000_000)
    again = built(sources, tmp_path / "out", TZ="Asia/Ho_Chi_Minh", LC_ALL="C", PYTHONHASHSEED="7")
    assert (again / SUMS).read_text(encoding="utf-8") == (release / SUMS).read_text(encoding="utf-8")
    assert {
        one.name: one.read_bytes() == (release / one.name).read_bytes() for one in again.iterdir()
    } == dict.fromkeys((one.name for one in release.iterdir()), True)


def test_the_sums_are_those_of_all_files(release: Path) -> None:
    told = dict(line.split("  ")[::-1] for line in (release / SUMS).read_text(encoding="utf-8").splitlines())
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in release.iterdir()}
    assert told == {name: digest for name, digest in files.items() if name != SUMS}
    assert {PROGRAM, PARTS, CONTEXT} < told.keys()
    assert {Path(name).suffix for name in told} == {".whl", ".gz", ".json", ".pyz"}


def test_the_list_of_parts_is_by_its_schema_and_names_what_is_locked(release: Path) -> None:
    text = (release / PARTS).read_text(encoding="utf-8")
    parts = json.loads(text)
    folder = Path(cyclonedx.__file__).parent / "_res"
    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in folder.glob("*.schema.json")}
    base = "http://cyclonedx.org/schema/"
    known = [(base + name, Resource.from_contents(one)) for name, one in schemas.items()]
    validator = Draft7Validator(schemas["bom-1.5.SNAPSHOT.schema.json"], registry=Registry().with_resources(known))
    assert list(validator.iter_errors(parts)) == []
    own = parts["metadata"]["component"]
    assert (own["name"], own["version"]) == ("kshc-cli", "0.1.0")
    locked = {one["name"]: one["version"] for one in tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
              if "version" in one}  # fmt: skip
    named = {one["name"]: one["version"] for one in parts["components"]}
    assert named.items() <= locked.items()
    assert {"pydantic", "lxml", "docxtpl", "pydantic-core"} <= named.keys()
    assert named.keys().isdisjoint({"pytest", "mypy"})


def test_the_one_file_runs(release: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "plan.yaml", tmp_path)
    done = subprocess.run(
        [sys.executable, "-I", release / PROGRAM, "due", "--month", "6"],
        cwd=tmp_path, env=settings(SHIV_ROOT=str(tmp_path / "unpacked"), KSHC_LANG="vi"),
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert "30/06/2024" in done.stdout


def instructions(dockerfile: str) -> Iterator[tuple[str, str]]:
    """Yield the instructions of a Dockerfile with their words, lines that go on joined."""
    lines = re.sub(r"^#.*\n", "", dockerfile, flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    for line in filter(str.strip, lines):
        name, _, words = line.partition(" ")
        yield name, words.strip()


def stages(dockerfile: str) -> list[list[tuple[str, str]]]:
    """Return the instructions of each stage, and hold that it begins with a small image of Python."""
    found: list[list[tuple[str, str]]] = []
    for name, words in instructions(dockerfile):
        if name == "FROM":
            assert re.fullmatch(r"python:3\.\d+-slim-\w+( AS build)?", words)
            found.append([])
        else:
            found[-1].append((name, words))
    return found


def run_below(root: Path, given: Path, steps: list[tuple[str, str]], path: str) -> None:
    """Run the steps that build, below a folder in place of the root."""
    for name, words in steps:
        if name == "COPY":
            *sources, target = words.split()
            (root / target.strip("/")).mkdir(parents=True)
            for source in sources:
                (found,) = given.glob(source)
                shutil.copy(found, root / target.strip("/"))
        else:
            assert name == "RUN"
            script = re.sub(r"(?<=\s)/(?=opt|context)", f"{root}/", words)
            subprocess.run(["bash", "-ec", script], env=settings(PATH=path), check=True, capture_output=True)


def test_the_image_is_built_of_its_context_not_as_root(release: Path, tmp_path: Path) -> None:
    given, root, python = (tmp_path / name for name in ("given", "root", "python"))
    with tarfile.open(release / CONTEXT) as archive:
        archive.extractall(given, filter="data")
    build, last = stages((given / "Dockerfile").read_text(encoding="utf-8"))
    subprocess.run([sys.executable, "-m", "uv", "venv", "--quiet", "--seed", python], check=True)
    run_below(root, given, build, os.pathsep.join((str(python / "bin"), "/usr/bin", "/bin")))
    assert ("COPY", "--from=build /opt/kshc /opt/kshc") in last
    told = dict(last)
    assert int(told["USER"]) > 0
    assert not (root / "opt/kshc/bin/pip").exists()
    assert sum(path.stat().st_size for path in (root / "opt").rglob("*") if path.is_file()) < 150_000_000
    plan = shutil.copy(ROOT / "plan.yaml", tmp_path)
    kshc = subprocess.run(
        [root / "opt/kshc/bin" / json.loads(told["CMD"])[0], "validate", plan, "--format", "gitlab"],
        env=settings(KSHC_CACHE="0"), check=True, capture_output=True,
    )  # fmt: skip
    assert isinstance(json.loads(kshc.stdout), list)


def test_the_dockerfile_is_what_its_linter_asks_for() -> None:
    hadolint = Path(sys.prefix) / "bin" / "hadolint"
    if not hadolint.exists():
        assert os.environ.get("CI") != "true", "CI must have hadolint"
        pytest.skip("no hadolint for this system")
    found = subprocess.run([hadolint, ROOT / "image" / "Dockerfile"], capture_output=True, check=False)
    assert (found.returncode, found.stdout) == (0, b"")
