/** Two files change their names in one step, where the system can do that: whatever came in between is not lost. */
import { dlopen, FFIType, ptr } from "bun:ffi";

type Exchange = (one: string, other: string) => boolean;

/** The working folder, for paths that are not absolute (`fcntl.h`). */
const workingFolder = -100;
/** `RENAME_EXCHANGE` of `renameat2(2)`, and `RENAME_SWAP` of macOS's `renamex_np(2)`. */
const swapping = 2;

let exchange: Exchange | null = null;

/** Whether they have changed places: not on every system, nor on every disk, nor where one of them is gone. */
export function changePlaces(one: string, other: string): boolean {
  exchange ??= exchangeHere();
  return exchange(one, other);
}

function exchangeHere(): Exchange {
  try {
    if (process.platform === "linux") return onLinux();
    if (process.platform === "darwin") return onMac();
  } catch {
    // A C library that has no such call.
  }
  return () => false;
}

function onLinux(): Exchange {
  const { i32, u32 } = FFIType;
  const { symbols } = dlopen("libc.so.6", {
    renameat2: { args: [i32, FFIType.ptr, i32, FFIType.ptr, u32], returns: i32 },
  });
  return (one, other) =>
    symbols.renameat2(workingFolder, named(one), workingFolder, named(other), swapping) === 0;
}

function onMac(): Exchange {
  const { symbols } = dlopen("libSystem.B.dylib", {
    renamex_np: { args: [FFIType.ptr, FFIType.ptr, FFIType.u32], returns: FFIType.i32 },
  });
  return (one, other) => symbols.renamex_np(named(one), named(other), swapping) === 0;
}

function named(path: string) {
  return ptr(Buffer.from(`${path}\0`));
}
