"""Asking many plans: in this process, on all cores, or in a Dask cluster; each is a concurrent.futures.Executor."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import islice
from multiprocessing import connection
from typing import Any, Final, NamedTuple

from kshc_cli import __version__
from kshc_cli.desk.answers import Answer
from kshc_cli.desk.question import Question
from kshc_cli.disk.witness import Witness, new_witness, witness
from kshc_cli.errors import KshcError
from kshc_cli.fleet.remembering import Keeping, Remembering, code_of_answers, usual_keeping
from kshc_cli.fleet.sources import Source, answer_from, read_source
from kshc_cli.messages import _
from kshc_cli.workspace import is_url

FEW: Final = 24
"""Plans that one process has answered before others are up."""
_CHUNK: Final = 16
"""Plans that a process is given at a time, at most."""
_AHEAD: Final = 4
"""Chunks a worker that wait, so that none is idle and memory stays flat."""


class LostWorkersError(KshcError):
    """The processes that should answer have gone."""

    def sentence(self) -> str:
        """Say what happened, and that nothing depends on it."""
        return _("A process that was answering has ended before its time; perhaps memory is short. Run it again.")


class WrongVersionError(KshcError):
    """A worker of a cluster has another kshc than the one that asks."""

    def __init__(self, asking: str, answering: str) -> None:
        super().__init__(asking, answering)
        self.asking = asking
        self.answering = answering

    def sentence(self) -> str:
        """Name both versions."""
        return _("The workers of the cluster have kshc {other}, this is {own}; install the same version there.").format(
            other=self.answering, own=self.asking
        )


class SchedulerError(KshcError):
    """No cluster answers, or none can be asked."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(address, reason)
        self.address = address
        self.reason = reason

    def sentence(self) -> str:
        """Name the address and the reason."""
        return _("No Dask cluster at {address}: {reason}").format(address=self.address, reason=self.reason)


class Engine(NamedTuple):
    """Who answers."""

    executor: Executor
    workers: int
    keeping: Keeping | None = None
    """Where answers are kept that were given before."""
    is_apart: bool = False
    """Whether others of this computer read."""
    remote: bool = False
    """Whether the workers may see no file of this system: what lies in files is sent to them."""


def answers(places: Sequence[str], question: Question, engine: Engine) -> Iterator[Answer]:
    """Yield the answer of each plan, in the order of ``places``. Raises LostWorkersError, WrongVersionError."""
    size = max(1, min(_CHUNK, len(places) // (_AHEAD * engine.workers)))
    rest = iter(places)
    waiting: deque[Future[Attested]] = deque()
    try:
        for chunk in iter(lambda: list(islice(rest, size)), []):
            waiting.append(_submitted(engine, _sent(chunk, question, engine), question))
            if len(waiting) >= _AHEAD * engine.workers:
                yield from _result(waiting.popleft())
        while waiting:
            yield from _result(waiting.popleft())
    except BrokenExecutor as problem:
        raise LostWorkersError from problem
    finally:
        for future in waiting:
            future.cancel()


Attested = tuple[list[Answer], Witness | None]
"""Answers, and what another process of this computer has looked at for them."""


def _submitted(engine: Engine, plans: list[str | Source], question: Question) -> "Future[Attested]":
    salt = witness().salt if engine.is_apart else None
    return engine.executor.submit(_attested, plans, question, __version__, engine.keeping, salt)


def _attested(
    plans: list[str | Source], question: Question, version: str, keeping: Keeping | None, salt: int | None
) -> Attested:
    """Answer, and where the witness of who asks sees nothing of that (``salt``), tell what was looked at."""
    seen = None if salt is None else new_witness(salt)
    return answers_to(plans, question, version, keeping), seen


def _result(done: "Future[Attested]") -> list[Answer]:
    found, seen = done.result()
    if seen:
        witness().hears(seen)
    return found


def answers_to(
    plans: Iterable[str | Source], question: Question, version: str = __version__, keeping: Keeping | None = None
) -> list[Answer]:
    """Answer from each of some plans, in any process: from what was sent, or from what lies at a place.

    With ``keeping``, each answer is given again that is kept there. Raises WrongVersionError where who asks has
    another kshc.
    """
    if version != __version__:
        raise WrongVersionError(version, __version__)
    answer = Remembering(keeping, question).answer if keeping else partial(answer_from, question=question)
    return [answer(read_source(one, question) if isinstance(one, str) else one) for one in plans]


def _sent(places: Iterable[str], question: Question, engine: Engine) -> list[str | Source]:
    """Return what the workers get: places, or what lies there where only this system sees it."""
    return [read_source(place, question) if engine.remote and not is_url(place) else place for place in places]


@contextmanager
def engine_for(count: int, scheduler: str | None = None) -> Iterator[Engine]:
    """Yield who answers for ``count`` plans: this process for a few, else all cores; or the cluster of a scheduler."""
    workers = min(cores(), count)
    if scheduler:
        witness().doubt()  # other computers read
        with _cluster(scheduler) as engine:
            yield engine
    elif _is_few(count):
        with _kept() as keeping:
            yield Engine(Here(), 1, keeping)
    else:
        pool = ProcessPoolExecutor(workers, multiprocessing.get_context(_way()), _begin)
        try:
            with _undisturbed():
                pool.submit(int)  # the first task begins the processes
            with _kept() as keeping:
                yield Engine(pool, workers, keeping, is_apart=True)
        except KeyboardInterrupt:
            for process in multiprocessing.active_children():
                process.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def _kept() -> Iterator[Keeping | None]:
    """Yield where answers are kept, and leave it within its bounds."""
    keeping = usual_keeping()
    witness().code.update(map(str, code_of_answers() if keeping else ()))
    yield keeping
    if keeping:
        keeping.memory.tidy()


def _is_few(count: int) -> bool:
    return count < FEW or cores() < 2


def cores() -> int:
    """Return on how many cores this process may run."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _way() -> str | None:
    """Return how processes are begun: copies of this one where that is safe, else by the system's own way."""
    if threading.active_count() > 1:
        return "spawn"
    return "fork" if multiprocessing.get_start_method() == "fork" else None


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let no Ctrl-C come in between: what Python does around the begin of a process would swallow it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make a worker of a new process: Ctrl-C is for the one that asks; without that one nobody is to be answered."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(parent: int) -> None:
    connection.wait([parent])
    os._exit(1)


class Here(Executor):
    """Does what it is asked at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401  as Executor's
        """Do it, and return it done."""
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


@contextmanager
def _cluster(address: str) -> Iterator[Engine]:
    """Yield the workers of a Dask cluster."""
    try:
        from distributed import Client
        from distributed.comm.addressing import get_address_host_port
    except ModuleNotFoundError:
        raise SchedulerError(address, _("kshc needs distributed; install kshc-cli[cluster]")) from None
    try:
        get_address_host_port(address)  # a client that has no address cannot be closed
        client: Any = Client(address, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as problem:
        raise SchedulerError(address, str(problem)) from problem
    with client:
        workers = sum(client.nthreads().values())
        yield Engine(client.get_executor(pure=False), max(1, workers), remote=True)
