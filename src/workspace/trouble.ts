/** An expected failure around a workspace, with a message for a person. */
import { ownOf } from "../core/content/bare.ts";
export class Trouble extends Error {
  constructor(
    readonly reason:
      | "no-workspace"
      | "not-a-workspace"
      | "exists"
      | "unwritable"
      | "bad-curriculum"
      | "bad-file"
      | "missing-file"
      | "fixed"
      | "merge-marks"
      | "another-workspace"
      | "sealed"
      | "held",
    message: string,
  ) {
    super(message);
  }
}

/** What the operating system said, in a few words. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words: Record<string, string> = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    ENOENT: "it does not exist",
    ENOTDIR: "a part of the path is not a folder",
    EISDIR: "it is a folder",
    ELOOP: "its link leads back to itself",
    ENAMETOOLONG: "its name is too long",
    EDQUOT: "the space that this user may fill is full",
    EIO: "the disk fails",
    EBUSY: "another program holds it",
    EEXIST: "it exists already",
  };
  return ownOf(words, code) ?? (error instanceof Error ? error.message : String(error));
}
