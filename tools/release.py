"""Builds what a release is made of into ``dist``: the same sources give the same bytes, wherever and whenever.

    python -m tools.release [--out FOLDER | --program FILE]

With ``--program`` the one-file program alone, into that file. Else wheel, sdist, that program, the context of the
image, the list of parts (CycloneDX) and SHA256SUMS. The one day that stands in them is that of the commit
(SOURCE_DATE_EPOCH, where that is set).
"""

import argparse
import gzip
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
PROGRAM: Final = "kshc.pyz"
PARTS: Final = "kshc.cdx.json"
CONTEXT: Final = "kshc-image.tar.gz"
SUMS: Final = "SHA256SUMS"


def main() -> None:
    """Build what is asked for, and say what was built."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--program", type=Path)
    asked = parser.parse_args()
    day = epoch()
    os.environ |= {"SOURCE_DATE_EPOCH": str(day), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
    os.umask(0o022)
    requirements = exported("requirements.txt", "--no-dev", "--no-emit-project")
    if asked.program:
        build_program(asked.program.absolute(), requirements)
    else:
        build_release(asked.out.absolute(), requirements, day)


def build_program(file: Path, requirements: bytes) -> None:
    """Build the one-file program alone."""
    with tempfile.TemporaryDirectory() as name:
        uv("build", "--wheel", "--out-dir", name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(program(next(Path(name).glob("*.whl")), requirements))
    file.chmod(0o755)


def build_release(out: Path, requirements: bytes, day: int) -> None:
    """Build everything that a release is made of, and say what that is."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    uv("build", "--out-dir", str(out))
    (out / ".gitignore").unlink(missing_ok=True)
    wheel = next(out.glob("*.whl"))
    (out / PROGRAM).write_bytes(program(wheel, requirements))
    (out / PARTS).write_bytes(parts(exported("cyclonedx1.5", "--no-dev"), wheel.name.split("-")[1], day))
    (out / CONTEXT).write_bytes(context(wheel, requirements, day))
    (out / SUMS).write_text(sums(out), encoding="utf-8")
    print((out / SUMS).read_text(encoding="utf-8"), end="")


def epoch() -> int:
    """Return the second of the last commit, or the one that the environment names."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    if named:
        return int(named)
    git = ["git", "log", "-1", "--format=%ct"]
    return int(subprocess.run(git, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def uv(*arguments: str) -> bytes:
    """Run uv in the repository; return what it wrote."""
    command = [sys.executable, "-m", "uv", "--quiet", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout


def exported(form: str, *options: str) -> bytes:
    """Return what uv.lock names, in some form; with no line that tells how it was asked for."""
    lines = uv("export", "--frozen", "--format", form, *options).splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(b"#"))


def program(wheel: Path, requirements: bytes) -> bytes:
    """Return kshc with all that it needs in one file, made of the wheel and of what uv.lock names."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "requirements.txt").write_bytes(requirements)
        sites = folder / "site"
        install = ["pip", "install", "--target", str(sites), "--python", sys.executable, "--no-deps"]
        uv(*install, "--require-hashes", "--requirement", str(folder / "requirements.txt"))
        uv(*install, "--no-index", "--find-links", str(wheel.parent), "kshc-cli")
        shutil.rmtree(sites / "bin", ignore_errors=True)
        _without_traces(sites)
        made = folder / PROGRAM
        shiv = ["-m", "shiv.cli", "--site-packages", str(sites), "--console-script", "kshc", "--compile-pyc"]
        python = ["--python", "/usr/bin/env python3", "--reproducible", "--output-file", str(made)]
        subprocess.run([sys.executable, *shiv, *python], cwd=folder, check=True)
        return made.read_bytes()


def _without_traces(sites: Path) -> None:
    """Take out what tells where, when and by what packages were installed."""
    for path in sorted(sites.rglob("*")):
        if path.name in {"INSTALLER", "REQUESTED", "RECORD", "direct_url.json", "uv_cache.json", ".lock"}:
            path.unlink()
        elif path.name == "__pycache__":
            shutil.rmtree(path)


def parts(exported_parts: bytes, version: str, day: int) -> bytes:
    """Return the list of parts with the release's version and day, and a number that follows from its contents."""
    data: dict[str, Any] = json.loads(exported_parts)
    data.pop("serialNumber", None)
    data["metadata"]["timestamp"] = f"{datetime.fromtimestamp(day, UTC):%Y-%m-%dT%H:%M:%SZ}"
    own = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    data["metadata"]["component"] |= {
        "type": "application",
        "version": version,
        "purl": f"pkg:pypi/{own['name']}@{version}",
        "licenses": [{"license": {"id": own["license"]}}],
    }
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(data, sort_keys=True))
    data = {"bomFormat": data.pop("bomFormat"), "serialNumber": f"urn:uuid:{number}", **data}
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


def context(wheel: Path, requirements: bytes, day: int) -> bytes:
    """Return what the image is built of, as a tar file."""
    files = {
        "Dockerfile": (ROOT / "image" / "Dockerfile").read_bytes(),
        wheel.name: wheel.read_bytes(),
        "requirements.txt": requirements,
    }
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, data in sorted(files.items()):
            one = tarfile.TarInfo(name)
            one.size, one.mtime, one.mode = len(data), day, 0o644
            archive.addfile(one, io.BytesIO(data))
    return gzip.compress(made.getvalue(), mtime=day)


def sums(folder: Path) -> str:
    """Return the sums of the files in a folder, as ``sha256sum --check`` reads them."""
    files = sorted(path for path in folder.iterdir() if path.name != SUMS)
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)


if __name__ == "__main__":
    main()
