"""A Dask cluster answers: two worker processes, one of which is killed and comes back."""

import gc
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kshc_cli.fleet.engine import answers_to
from tests.conftest import Kshc
from tests.fleet.conftest import Office

distributed = pytest.importorskip("distributed", reason="needs kshc-cli[cluster]")
TODAY = ("--today", "2026-04-02")


class Cluster:
    """A scheduler and two workers as processes of their own."""

    def __init__(self, folder: Path) -> None:
        self.address = ""
        self.processes: list[subprocess.Popen[bytes]] = []
        self._folder = folder

    def begin(self, *arguments: str) -> subprocess.Popen[bytes]:
        environment = os.environ | {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "30s"}
        with (self._folder / f"{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{arguments[0]}", *arguments[1:]],
                cwd=self._folder, stdout=log, stderr=log, env=environment,
            )  # fmt: skip
        self.processes.append(process)
        return process

    def worker(self) -> subprocess.Popen[bytes]:
        return self.begin("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard")

    def scheduler(self) -> None:
        told = self._folder / "scheduler.json"
        self.begin("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
        _await(told.exists)
        time.sleep(0.2)
        self.address = json.loads(told.read_text("utf-8"))["address"]

    def end(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


def _await(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 90
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _workers(client: Any) -> int:  # noqa: ANN401  without types
    return len(client.scheduler_info()["workers"])


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Begin a cluster whose workers see none of the files of a test but by URL."""
    begun = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        begun.scheduler()
        begun.worker()
        begun.worker()
        with distributed.Client(begun.address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=90)
        yield begun
    finally:
        begun.end()


@pytest.mark.parametrize(
    "command", [("list",), ("due", "--month", "3"), ("fleet",), ("validate",), ("overdue", "-f", "csv")]
)
def test_a_cluster_answers_as_this_computer_does(
    kshc: Kshc, cluster: Cluster, offices: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(offices)
    (offices / "Chi" / "plan.yaml").write_text("year: 2026\n", "utf-8")
    here = kshc(*command, "--plan", ".", *TODAY)
    assert kshc(*command, "--plan", ".", *TODAY, "--scheduler", cluster.address) == here
    monkeypatch.setenv("KSHC_SCHEDULER", cluster.address)
    assert kshc(*command, "--plan", ".", *TODAY) == here


def test_workers_read_plans_at_urls(kshc: Kshc, cluster: Cluster, offices: Path) -> None:
    urls = [f"file://{offices}/{name}/plan.yaml" for name in ("An", "Bình", "Chi", "Dương")]
    named = [word for url in urls for word in ("--plan", url)]
    said = kshc("fleet", *named, *TODAY, "--scheduler", cluster.address, "-f", "json")
    told = json.loads(said.out)
    assert [plan["file"] for plan in told["plans"]] == urls[:3]
    assert [plan["done"] > 0 for plan in told["plans"]] == [False, True, False]  # the log beside the second
    assert [one["file"] for one in told["broken"]] == urls[3:]
    assert said.status == 1
    found = kshc("fleet", f"file://{offices}/*/plan.yaml", *TODAY, "-f", "json")
    assert (
        len(json.loads(found.out)["plans"])
        == len(json.loads(kshc("fleet", f"file://{offices}/", *TODAY, "-f", "json").out)["plans"])
        == 3
    )


def test_a_worker_that_dies_is_made_up_for(cluster: Cluster, office: Office, tmp_path: Path) -> None:
    for number in range(120):
        office(f"o{number:03}/plan.yaml")
    here = subprocess.run([*_kshc(tmp_path)], capture_output=True, check=True)
    process = subprocess.Popen(
        [*_kshc(tmp_path), "--scheduler", cluster.address], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with distributed.Client(cluster.address, set_as_default=False) as client:
        _await(lambda: bool(client.processing() and any(client.processing().values())) or process.poll() is not None)
        assert process.poll() is None
        os.kill(cluster.processes[1].pid, signal.SIGKILL)
        _await(lambda: _workers(client) == 1)
        cluster.worker()
        out, err = process.communicate(timeout=120)
        client.wait_for_workers(2, timeout=90)
    assert (process.returncode, out) == (0, here.stdout), err.decode()


def _kshc(folder: Path) -> list[str]:
    return [sys.executable, "-m", "kshc_cli", "list", "--plan", str(folder), *TODAY, "-f", "json"]


def test_no_cluster_and_no_url(kshc: Kshc, offices: Path) -> None:
    said = kshc("list", "--plan", offices, "--scheduler", "tcp://127.0.0.1:1")
    assert said.status == 3
    assert "No Dask cluster at tcp://127.0.0.1:1" in said.err
    assert "Traceback" not in said.err
    assert kshc("list", "--plan", offices, "--scheduler", "nonsense://x").status == 3
    for url in ("nonsense://x/plan.yaml", "file:///nowhere/plan.yaml", "s3://bucket/plan.yaml"):
        said = kshc("list", "--plan", url)
        assert said.status == 3
        assert f"Error: {url}: " in said.err
    assert kshc("done", "1.1.1", "--plan", "file:///nowhere/plan.yaml").status == 2


def test_plans_in_memory(kshc: Kshc, offices: Path) -> None:
    import fsspec  # noqa: PLC0415  with distributed

    with fsspec.open("memory://plans/An/plan.yaml", "wb") as stream:
        stream.write((offices / "An" / "plan.yaml").read_bytes())
    said = kshc("list", "--plan", "memory://plans/An/plan.yaml", *TODAY)
    assert (said.status, said.err.count("Error")) == (0, 0)
    assert "xã An" in said.out


def test_workers_with_another_version_are_told(cluster: Cluster) -> None:
    with distributed.Client(cluster.address, set_as_default=False) as client:
        future = client.submit(answers_to, [], None, "0.0.1", pure=False)
        with pytest.raises(Exception, match="this is 0"):
            future.result()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe of POSIX")
def test_a_named_pipe_at_a_url_is_not_waited_for(kshc: Kshc, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.yaml")
    for url in (f"file://{tmp_path}/plan.yaml", f"file://{tmp_path}/"):
        result = kshc("fleet", url)
        assert (result.status, "no ordinary file" in result.err) == (3, True), result


@pytest.mark.parametrize("address", ["x y", "junk", "foo://x:1"])
def test_what_is_no_address_makes_no_client(kshc: Kshc, offices: Path, address: str) -> None:
    result = kshc("list", "--plan", offices, "--scheduler", address)
    assert result.status == 3
    assert result.err.startswith(f"Error: No Dask cluster at {address}: ")
    gc.collect()
