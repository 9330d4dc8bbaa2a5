"""
Runs a program and stops at its writing system calls inside one folder: to kill it there, to make the call fail, or
to do something else first, as an editor that saves in that moment would. Linux only: a seccomp filter hands the
calls to this process (seccomp_unotify(2)), so that it works on static programs and without any tool installed.

  python3 at_call.py --folder DIR --log FILE [options] -- PROGRAM [WORDS …]

  --kill N        SIGKILL before the N-th call is made
  --fail N ERRNO  the N-th call fails with this errno
  --full N        from the N-th call on the disk is full: whatever would take room fails with ENOSPC
  --run N SHELL   a shell command runs to its end before the N-th call is made
  --from FILE     calls count only once this file exists
  --reads NAME    opening a file of this name to read it counts as a call too

The log has a line of JSON for each call that counted: its name, its file, what it would write.
"""

import argparse
import ctypes
import errno
import fcntl
import json
import os
import platform
import select
import signal
import socket
import struct
import subprocess
import sys

NUMBERS = {
    "x86_64": {
        "write": 1, "open": 2, "pwrite64": 18, "writev": 20, "sendfile": 40, "fsync": 74,
        "fdatasync": 75, "truncate": 76, "ftruncate": 77, "rename": 82, "mkdir": 83, "rmdir": 84,
        "creat": 85, "link": 86, "unlink": 87, "symlink": 88, "chmod": 90, "fchmod": 91,
        "openat": 257, "mkdirat": 258, "unlinkat": 263, "renameat": 264, "linkat": 265,
        "symlinkat": 266, "fchmodat": 268, "utimensat": 280, "fallocate": 285, "pwritev": 296,
        "renameat2": 316, "copy_file_range": 326, "pwritev2": 328,
    },
    "aarch64": {
        "mkdirat": 34, "unlinkat": 35, "symlinkat": 36, "linkat": 37, "renameat": 38,
        "truncate": 45, "ftruncate": 46, "fallocate": 47, "fchmod": 52, "fchmodat": 53,
        "openat": 56, "write": 64, "writev": 66, "pwrite64": 68, "pwritev": 70, "sendfile": 71,
        "fsync": 82, "fdatasync": 83, "utimensat": 88, "renameat2": 276, "copy_file_range": 285,
        "pwritev2": 287,
    },
}
AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
SECCOMP = {"x86_64": 317, "aarch64": 277}
# Where a call's file is: a descriptor or the address of a path, by the number of the argument.
BY_DESCRIPTOR = {
    "write": 0, "pwrite64": 0, "writev": 0, "pwritev": 0, "pwritev2": 0, "fsync": 0,
    "fdatasync": 0, "ftruncate": 0, "fchmod": 0, "fallocate": 0, "sendfile": 0,
    "copy_file_range": 2,
}
BY_PATH = {
    "open": 0, "truncate": 0, "rename": 1, "mkdir": 0, "rmdir": 0, "creat": 0, "link": 1,
    "unlink": 0, "symlink": 1, "chmod": 0,
}
BY_PATH_AT = {
    "openat": 0, "mkdirat": 0, "unlinkat": 0, "renameat": 2, "linkat": 2, "symlinkat": 1,
    "fchmodat": 0, "utimensat": 0, "renameat2": 2,
}
TAKES_ROOM = {
    "write", "pwrite64", "writev", "pwritev", "pwritev2", "fallocate", "copy_file_range", "sendfile",
}
MAKES_NAME = {"mkdir", "mkdirat", "link", "linkat", "symlink", "symlinkat", "creat"}
WRITING_OPEN = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

RECEIVE, SEND = 0xC0502100, 0xC0182101
CONTINUE = 1
libc = ctypes.CDLL(None, use_errno=True)


def instruction(code, jump_true, jump_false, value):
    return struct.pack("=HBBI", code, jump_true, jump_false, value)


def bpf(arch, numbers, every_open):
    """Allows all but the calls in `numbers`; of `open` and `openat` only those that may write, or all."""
    load = lambda offset: instruction(0x20, 0, 0, offset)
    give = lambda value: instruction(0x06, 0, 0, value)
    allow, notify = 0x7FFF0000, 0x7FC00000
    code = [load(4), instruction(0x15, 1, 0, AUDIT[arch]), give(allow), load(0)]
    for name, number in numbers.items():
        flags = {"open": 24, "openat": 32}.get(name)
        if flags is None or every_open:
            code += [instruction(0x15, 0, 1, number), give(notify)]
        else:
            code += [
                instruction(0x15, 0, 4, number),
                load(flags),
                instruction(0x45, 0, 1, WRITING_OPEN),
                give(notify),
                give(allow),
            ]
    return b"".join(code + [give(allow)])


def listen(arch, every_open):
    """Puts the filter over this process; returns the descriptor that its calls are announced on."""
    program = bpf(arch, NUMBERS[arch], every_open)
    kept = ctypes.create_string_buffer(program, len(program))
    fprog = struct.pack("=HxxxxxxQ", len(program) // 8, ctypes.addressof(kept))
    libc.prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS
    found = libc.syscall(SECCOMP[arch], 1, 8, fprog)  # SET_MODE_FILTER, NEW_LISTENER
    if found < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return found


def start(words, arch, every_open):
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        try:
            ours.close()
            libc.prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG
            # The descriptor goes out by a call that is not watched; everything is made ready before.
            socket.send_fds(theirs, [b"!"], [listen(arch, every_open)])
            theirs.recv(1)
            theirs.close()
            os.execvp(words[0], words)
        except BaseException as error:  # noqa: BLE001 - a forked child may not unwind into the parent's code
            os.write(2, f"{error}\n".encode())
        os._exit(125)
    theirs.close()
    _, found, _, _ = socket.recv_fds(ours, 1, 1)
    if not found:
        os.waitpid(child, 0)
        sys.exit(125)
    ours.send(b"!")
    return child, found[0]


class Call:
    def __init__(self, pid, name, arguments):
        self.pid, self.name, self.arguments = pid, name, arguments
        self.path = self.find()

    def text(self, address):
        with open(f"/proc/{self.pid}/mem", "rb", 0) as memory:
            memory.seek(address)
            found = memory.read(min(4096, 4096 - address % 4096))
            if b"\0" not in found:
                found += memory.read(4096)
        return os.fsdecode(found.split(b"\0")[0])

    def find(self):
        try:
            if self.name in BY_DESCRIPTOR:
                descriptor = self.arguments[BY_DESCRIPTOR[self.name]]
                return os.readlink(f"/proc/{self.pid}/fd/{descriptor}")
            if self.name in BY_PATH:
                base, path = -100, self.text(self.arguments[BY_PATH[self.name]])
            else:
                at = BY_PATH_AT[self.name]
                base = ctypes.c_int(self.arguments[at] & 0xFFFFFFFF).value
                address = self.arguments[at + 1]
                path = "" if address == 0 else self.text(address)
            home = f"/proc/{self.pid}/cwd" if base == -100 else f"/proc/{self.pid}/fd/{base}"
            return os.path.join(os.readlink(home), path)
        except OSError:
            return ""

    @property
    def flags(self):
        return {"open": 1, "openat": 2}.get(self.name)

    def reads_only(self):
        return self.flags is not None and self.arguments[self.flags] & WRITING_OPEN == 0

    def length(self):
        return self.arguments[2] if self.name in ("write", "pwrite64") else None

    def takes_room(self):
        if self.name in MAKES_NAME:
            return True
        if self.flags is not None:
            return self.arguments[self.flags] & os.O_CREAT != 0 and not os.path.exists(self.path)
        if self.name == "ftruncate":
            return self.arguments[1] > self.size()
        if self.name == "pwrite64":
            return self.arguments[3] + self.arguments[2] > self.size()
        return self.name in TAKES_ROOM

    def size(self):
        try:
            return os.stat(f"/proc/{self.pid}/fd/{self.arguments[0]}").st_size
        except OSError:
            return 0


def watch(child, listener, wanted, numbers):
    names = {number: name for name, number in numbers.items()}
    count = 0
    poll = select.poll()
    poll.register(listener, select.POLLIN | select.POLLHUP)
    with open(wanted.log, "w", encoding="utf-8") as log:
        while True:
            if not any(event & select.POLLIN for _, event in poll.poll()):
                return
            notice = bytearray(80)
            try:
                fcntl.ioctl(listener, RECEIVE, notice)
            except OSError:
                continue
            mark, pid, _, number, _, _, *arguments = struct.unpack("=QIIiIQ6Q", notice)
            call = Call(pid, names[number], arguments)
            failing = 0
            if counts(call, wanted):
                count += 1
                line = {"call": call.name, "path": call.path, "length": call.length()}
                log.write(json.dumps(line) + "\n")
                log.flush()
                if count == wanted.kill:
                    os.kill(child, signal.SIGKILL)
                    continue
                if wanted.run and count == int(wanted.run[0]):
                    subprocess.run(["sh", "-c", wanted.run[1]], check=True)
                failing = failure(call, count, wanted)
            answer = struct.pack("=QqiI", mark, 0, -failing, 0 if failing else CONTINUE)
            try:
                fcntl.ioctl(listener, SEND, answer)
            except OSError:
                pass  # It was killed meanwhile.


def counts(call, wanted):
    if wanted.armed is not None:
        if not os.path.exists(wanted.armed):
            return False
    if call.path != wanted.folder and not call.path.startswith(wanted.folder + "/"):
        return False
    return not call.reads_only() or os.path.basename(call.path) == wanted.reads


def failure(call, count, wanted):
    if wanted.fail and count == int(wanted.fail[0]):
        return getattr(errno, wanted.fail[1])
    if wanted.full is not None and count >= wanted.full and call.takes_room():
        return errno.ENOSPC
    return 0


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--folder", required=True)
    options.add_argument("--log", required=True)
    options.add_argument("--kill", type=int)
    options.add_argument("--full", type=int)
    options.add_argument("--fail", nargs=2)
    options.add_argument("--run", nargs=2)
    options.add_argument("--from", dest="armed")
    options.add_argument("--reads")
    options.add_argument("words", nargs="+")
    wanted = options.parse_args()
    wanted.folder = os.path.realpath(wanted.folder)
    arch = platform.machine()
    child, listener = start(wanted.words, arch, wanted.reads is not None)
    signal.signal(signal.SIGTERM, lambda *_: os.kill(child, signal.SIGKILL))
    watch(child, listener, wanted, NUMBERS[arch])
    _, status = os.waitpid(child, 0)
    sys.exit(128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))


main()
