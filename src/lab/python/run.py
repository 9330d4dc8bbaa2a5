"""Starts one check: `python run.py JOB`, JOB being JSON. Results go to file descriptor 3 as JSON lines."""
import json
import os
import sys

RESULTS = 3
# Nothing is ever written to it; it ends when the program that asked for the check does.
LIFELINE = 4
# Above what code that closes or writes to descriptors by number would name; below every system's limit.
HIGH = 200
OLDEST = (3, 9)


def start():
    version = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info[:2] < OLDEST:
        # In words that any Python understands, however old.
        told = {"event": "bad-python", "why": "old", "python": version, "path": sys.executable, "managed": False}
        os.write(RESULTS, (json.dumps(told) + "\n").encode("ascii"))
        return
    job = json.loads(sys.argv[1])
    # Compiled once: the harness and the exercise, in the workspace's cache and nowhere else.
    sys.dont_write_bytecode, sys.pycache_prefix = False, job["cache"]
    live_with(supervised() if hasattr(os, "fork") else LIFELINE)
    results = os.fdopen(out_of_reach(RESULTS), "w", encoding="utf-8")

    def tell(event):
        results.write(json.dumps(event, ensure_ascii=True) + "\n")
        results.flush()

    try:
        import numpy
    except ImportError as error:
        tell({"event": "bad-python", "why": "no-numpy", "python": version, "path": sys.executable,
              "managed": is_managed(), "said": str(error)})
        return
    tell({"event": "ready", "python": version, "numpy": numpy.__version__, "path": sys.executable})
    from study_lab.run import run

    run(job, tell)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            pass
    # The verdict is told: no thread or exit handler of the learner's may hold it up, and tidying takes time.
    os._exit(0)


def out_of_reach(descriptor):
    """descriptor by another number, too high to be written to or closed by accident, and closed for child programs."""
    try:
        import fcntl

        high = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, HIGH)
    except (ImportError, OSError):
        os.set_inheritable(descriptor, False)
        return descriptor
    os.close(descriptor)
    return high


def supervised():
    import supervise

    # The learner may have a file of that name.
    del sys.modules["supervise"]
    return supervise.supervised(RESULTS, LIFELINE)


def live_with(descriptor):
    """Ends this process and its group when the one that holds the other end of `descriptor` is gone."""
    import _thread
    import signal

    try:
        lifeline = out_of_reach(descriptor)
    except OSError:
        return

    def wait():
        try:
            os.read(lifeline, 1)
        except OSError:
            pass
        if hasattr(os, "killpg"):
            os.killpg(0, signal.SIGKILL)
        os._exit(1)

    _thread.start_new_thread(wait, ())


def is_managed():
    """Whether the system's packager owns this Python, so that pip refuses (PEP 668)."""
    import sysconfig

    inside = sys.prefix != sys.base_prefix
    return not inside and os.path.exists(os.path.join(sysconfig.get_path("stdlib"), "EXTERNALLY-MANAGED"))


if __name__ == "__main__":
    start()
