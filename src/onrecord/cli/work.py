"""Analysing many reports, in this process or in several, with the same ledgers in the same order."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context
from pathlib import Path

from onrecord.api import analysed, default_analyser
from onrecord.errors import InputError, OnrecordError
from onrecord.model.ledger import Ledger
from onrecord.model.report import Report

#: Reports handed out ahead of the one that is waited for, per worker: enough that none idles, few enough to hold.
_AHEAD = 4


def ledgers(
    reports: Iterable[Report | InputError], *, strict: bool, jobs: int, source_types: Path | None = None
) -> Iterator[Ledger | InputError]:
    """The ledger of each report in turn, or the reason that there is none.

    Raises:
        BundleError: the model bundle is missing or damaged.
        UsageError: the file of source types is.
        OnrecordError: a worker process was killed.
    """
    if jobs == 1:
        for item in reports:
            yield item if isinstance(item, InputError) else _analysed(item, strict, source_types)
        return
    if source_types is not None:
        default_analyser(source_types)  # what is wrong with it is better said here than by a worker
    # Not forked: a process that has started threads, as the model's runtime does, cannot be forked safely.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent)
    waiting: deque[Future[Ledger | InputError]] = deque()
    try:
        for item in reports:
            waiting.append(
                _done(item) if isinstance(item, InputError) else pool.submit(_analysed, item, strict, source_types)
            )
            if len(waiting) > jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise OnrecordError("a worker process was killed, perhaps for want of memory; try fewer --jobs") from None
    finally:
        # After an interrupt nobody waits for the reports that are being read; otherwise the workers are idle.
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in active_children():
            worker.terminate()


def _analysed(report: Report, strict: bool, source_types: Path | None) -> Ledger | InputError:
    return analysed(report, default_analyser(source_types), strict=strict)


def _done(error: InputError) -> "Future[Ledger | InputError]":
    future: Future[Ledger | InputError] = Future()
    future.set_result(error)
    return future


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
