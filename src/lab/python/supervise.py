"""Stands between `study` and the learner's code: what the code starts ends with it, and its signals go no further.

The process that study started becomes the supervisor, and the check is its child. On Linux orphans become the
supervisor's children (PR_SET_CHILD_SUBREAPER), so it finds all that the code started, whatever session they are in.
"""
import os
import select
import signal
import sys
import time

# <linux/prctl.h>, <linux/landlock.h>, <linux/seccomp.h>, <linux/filter.h>
PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 1, 22, 36, 38
LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF = 444, 446
LANDLOCK_CREATE_RULESET_VERSION, LANDLOCK_SCOPE_SIGNAL = 1, 2
LOAD, EQUAL, ANSWER, ALLOW, REFUSE = 0x20, 0x15, 0x06, 0x7FFF0000, 0x00050001
# kill, tkill, tgkill, pidfd_open
SENDING = {"x86_64": (0xC000003E, (62, 200, 234, 434)), "aarch64": (0xC00000B7, (129, 130, 131, 434))}
# Long enough for the largest heap to be taken apart.
PATIENCE = 10


def supervised(results, lifeline):
    """Returns in the check, with a descriptor that ends when the supervisor does. The other process never returns."""
    asker = os.getppid()
    try:
        os.setsid()
    except OSError:
        pass
    linux = sys.platform == "linux"
    if linux:
        prctl(PR_SET_CHILD_SUBREAPER, 1)
    tie, held = os.pipe()
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    supervisor = os.getpid()
    check = os.fork()
    if check != 0:
        try:
            leave_to_check(results)
            end_as(watch(check, lifeline, woken))
        finally:
            os._exit(1)
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for descriptor in (held, woken, wake, lifeline):
        try:
            os.close(descriptor)
        except OSError:
            pass
    os.setsid()
    if linux:
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != supervisor:
            os._exit(1)
        keep_signals_inside() or refuse_signals_to((asker, supervisor))
    return tie


def leave_to_check(results):
    """The pipes to study end with the check; what asks the supervisor to end is not for the code to say."""
    for asks in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2):
        signal.signal(asks, signal.SIG_IGN)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2, results):
        os.dup2(nothing, descriptor)


def watch(check, lifeline, woken):
    """How the check ended; None where study let go of the lifeline first. Nothing of it is left either way."""
    status = None
    while status is None:
        try:
            ready, _, _ = select.select([lifeline, woken], [], [])
        except OSError:
            # There was no lifeline: whoever started this by hand waits for the check.
            ready, _, _ = select.select([woken], [], [])
        if lifeline in ready:
            break
        os.read(woken, 4096)
        status = buried().get(check)
    end_all()
    return status


def buried():
    """The children that have ended, with how."""
    ended = {}
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return ended
        if pid == 0:
            return ended
        ended[pid] = status


def end_all():
    """Again and again: a program may start others while its parent is being ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        below = descendants()
        for pid in below:
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        buried()
        if not below:
            return
        time.sleep(0.005)


def descendants():
    children = {}
    for pid, parent in processes():
        children.setdefault(parent, []).append(pid)
    below, found = [os.getpid()], []
    while below:
        of = children.get(below.pop(), [])
        found += of
        below += of
    return found


def processes():
    """All processes, each with its parent."""
    if sys.platform != "linux":
        import subprocess

        ps = subprocess.Popen(["ps", "-A", "-o", "pid=,ppid="], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        lines, _ = ps.communicate()
        pairs = (tuple(map(int, line.split())) for line in lines.splitlines())
        return [pair for pair in pairs if pair[0] != ps.pid]
    pairs = []
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", "rb") as file:
                # A program's name may hold spaces and brackets; what follows the last one is numbers.
                pairs.append((int(name), int(file.read().rpartition(b")")[2].split()[1])))
        except (OSError, IndexError):
            continue
    return pairs


def end_as(status):
    """Ends this process as the check ended, so that study reads the end of the check itself."""
    if status is None or not os.WIFSIGNALED(status):
        os._exit(1 if status is None else os.WEXITSTATUS(status))
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ended_by = os.WTERMSIG(status)
    if ended_by != signal.SIGKILL:
        signal.signal(ended_by, signal.SIG_DFL)
    os.kill(os.getpid(), ended_by)


def keep_signals_inside():
    """Linux 6.12 and newer: the check and what it starts can signal each other and nobody else."""
    try:
        import ctypes

        libc = ctypes.CDLL(None, use_errno=True)
        if libc.syscall(LANDLOCK_CREATE_RULESET, None, 0, LANDLOCK_CREATE_RULESET_VERSION) < 6:
            return False
        # struct landlock_ruleset_attr: no files, no ports, signals.
        attributes = (ctypes.c_uint64 * 3)(0, 0, LANDLOCK_SCOPE_SIGNAL)
        rules = libc.syscall(LANDLOCK_CREATE_RULESET, attributes, ctypes.c_size_t(24), 0)
        if rules < 0 or prctl(PR_SET_NO_NEW_PRIVS, 1) != 0:
            return False
        kept = libc.syscall(LANDLOCK_RESTRICT_SELF, rules, 0) == 0
        os.close(rules)
        return kept
    except (ImportError, OSError, AttributeError):
        return False


def refuse_signals_to(pids):
    """Older ones: a filter refuses signals to these processes, to their groups and to everybody."""
    known = SENDING.get(os.uname().machine)
    if known is None:
        return False
    architecture, calls = known
    targets = {-1}
    for pid in pids:
        targets |= {pid, -pid}
        try:
            targets.add(-os.getpgid(pid))
        except OSError:
            pass
    # Where the rest is one jump too far for eight bits, there would be more targets than there are.
    whom = [(EQUAL, len(targets) - at, 0, target & 0xFFFFFFFF) for at, target in enumerate(sorted(targets))]
    which = [(EQUAL, len(calls) - at, 0, call) for at, call in enumerate(calls)]
    program = [
        # struct seccomp_data: the call at 0, the architecture at 4, the first argument's lower half at 16.
        (LOAD, 0, 0, 4), (EQUAL, 1, 0, architecture), (ANSWER, 0, 0, ALLOW),
        (LOAD, 0, 0, 0), *which, (ANSWER, 0, 0, ALLOW),
        (LOAD, 0, 0, 16), *whom, (ANSWER, 0, 0, ALLOW), (ANSWER, 0, 0, REFUSE),
    ]
    try:
        import ctypes
        import struct

        words = b"".join(struct.pack("HBBI", *line) for line in program)
        held = ctypes.create_string_buffer(words, len(words))
        class Program(ctypes.Structure):
            _fields_ = [("length", ctypes.c_ushort), ("lines", ctypes.c_void_p)]

        filter_ = Program(len(program), ctypes.addressof(held))
        return prctl(PR_SET_NO_NEW_PRIVS, 1) == 0 and prctl(PR_SET_SECCOMP, 2, ctypes.addressof(filter_)) == 0
    except (ImportError, OSError, AttributeError):
        return False


def prctl(option, *arguments):
    """0 where the system did it."""
    try:
        import ctypes

        words = [ctypes.c_ulong(word) for word in (*arguments, 0, 0, 0, 0)[:4]]
        return ctypes.CDLL(None, use_errno=True).prctl(option, *words)
    except (ImportError, OSError, AttributeError):
        return -1
