/**
 * A shelf whose carrier reads nothing: every file is encrypted in age's format. A passphrase opens each device's key,
 * and the key that device's files, so the slow part of a passphrase is paid once for each device. Nothing can be added
 * to such a file: each batch is one of its own.
 */
import { createCipheriv, createDecipheriv } from "node:crypto";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import type { DeviceId } from "../core/time/clock.ts";
import { Trouble } from "../workspace/trouble.ts";
import { keyForm } from "./closure.ts";
import type { Shelf } from "./shelf.ts";

/** What opens the files of a place on this machine. */
export interface KeyRing {
  readonly passphrase: string;
  /** Keys that were opened before, by the digest of the file that holds them. */
  readonly opened: Readonly<Record<string, string>>;
  /** The keys that this machine made, by their devices. */
  readonly own: Readonly<Record<string, string>>;
}

export interface Sealing {
  readonly place: string;
  readonly device: DeviceId;
  readonly ring: KeyRing;
  readonly keepRing: (ring: KeyRing) => void;
  /** The cost of trying a passphrase, as a power of two: age's own is 18. */
  readonly work: number;
}

const textForm = /^([0-9a-z]{8})\/files\/([0-9a-f]{32})\.age$/;
const plainTextForm = /^([0-9a-z]{8})\/files\/([0-9a-f]{32})-[^/]+$/;

export async function sealedShelf(inner: Shelf, sealing: Sealing): Promise<Shelf> {
  const { device } = sealing;
  let ring = sealing.ring;
  const keep = (next: KeyRing) => {
    ring = next;
    sealing.keepRing(next);
  };
  const keys = await keysOn(inner, sealing, keep);

  /** Made when something is first written: a look leaves nothing behind. */
  const ownKey = async (): Promise<string> => {
    const known = keys.get(device);
    if (known !== undefined) return known;
    const key = ring.own[device] ?? (await generateX25519Identity());
    const file = await lockKey(key, ring.passphrase, sealing.work);
    keep({
      ...ring,
      own: { ...ring.own, [device]: key },
      opened: { ...ring.opened, [digestOf(file)]: key },
    });
    await inner.replace(`${device}/key.age`, file);
    keys.set(device, key);
    return key;
  };
  const put = async (name: string, content: Uint8Array | string) => {
    const key = await ownKey();
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(key));
    await inner.replace(closedName(name, key), await encrypter.encrypt(content));
  };
  const keyFor = (name: string) => keys.get(name.slice(0, name.indexOf("/")));

  return {
    grows: false,
    async list() {
      return (await inner.list()).flatMap((one) => {
        const key = keyFor(one.name);
        const name = key === undefined ? null : openName(one.name, key);
        return name === null ? [] : [{ ...one, name }];
      });
    },
    async read(name) {
      const key = keyFor(name);
      if (key === undefined) return null;
      const bytes = await inner.read(closedName(name, key));
      return bytes === null ? null : open(bytes, key);
    },
    append: put,
    replace: put,
    async remove(name) {
      const key = keyFor(name);
      if (key !== undefined) await inner.remove(closedName(name, key));
    },
  };
}

async function keysOn(
  inner: Shelf,
  { place, ring }: Sealing,
  keep: (ring: KeyRing) => void,
): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  const opened = { ...ring.opened };
  for (const { name } of await inner.list()) {
    const device = keyForm.exec(name)?.[1];
    const file = device === undefined ? null : await inner.read(name);
    if (device === undefined || file === null) continue;
    const digest = digestOf(file);
    const key = opened[digest] ?? (await unlockKey(file, ring.passphrase, place));
    if (key === null) continue;
    opened[digest] = key;
    keys.set(device, key);
  }
  if (Object.keys(opened).length > Object.keys(ring.opened).length) keep({ ...ring, opened });
  return keys;
}

async function lockKey(key: string, passphrase: string, work: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  return encrypter.encrypt(key);
}

/** Null for a file that has come in part only. */
async function unlockKey(file: Uint8Array, passphrase: string, place: string) {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(file, "text");
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("no identity matched")) {
      throw new Trouble("sealed", `That passphrase does not open what is in ${place}.`);
    }
    return null;
  }
}

async function open(bytes: Uint8Array, key: string): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  try {
    return await decrypter.decrypt(bytes);
  } catch {
    // It has come in part, or is of a key that has not come yet.
    return null;
  }
}

/** A text's mark would tell who knows the text that it is there, so the name is a block of a cipher of its own. */
function closedName(name: string, key: string): string {
  const [, device, mark] = plainTextForm.exec(name) ?? [];
  if (mark === undefined) return `${name}.age`;
  const cipher = createCipheriv("aes-256-ecb", nameKey(key), null).setAutoPadding(false);
  return `${device}/files/${cipher.update(mark, "hex", "hex")}.age`;
}

/** Null for what is none of ours. */
function openName(name: string, key: string): string | null {
  const [, device, mark] = textForm.exec(name) ?? [];
  if (mark === undefined) {
    return /\.(jsonl|json)\.age$/.test(name) ? name.slice(0, -".age".length) : null;
  }
  const cipher = createDecipheriv("aes-256-ecb", nameKey(key), null).setAutoPadding(false);
  return `${device}/files/${cipher.update(mark, "hex", "hex")}-text`;
}

function nameKey(key: string): Uint8Array {
  return new Bun.CryptoHasher("sha256").update(`names of ${key}`).digest();
}

function digestOf(bytes: Uint8Array): string {
  return new Bun.CryptoHasher("sha256").update(bytes).digest("hex");
}
