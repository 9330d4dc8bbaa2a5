/** A certificate and its key, looked at before anything listens: what is wrong is told of the file that it is in. */
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";

export interface Pem {
  readonly path: string;
  readonly text: string;
}

/** A sentence on what is wrong; null where nothing is. */
export function faultOf(cert: Pem, key: Pem, now: number): string | null {
  const known = certificateIn(cert.text);
  if (known === null) {
    const swapped = keyIn(cert.text) === null ? "" : " It is a key: the certificate comes first.";
    return `${cert.path} is no certificate in PEM's form (-----BEGIN CERTIFICATE-----).${swapped}`;
  }
  const own = keyIn(key.text);
  if (own === null) {
    return /ENCRYPTED/.test(key.text)
      ? `The key in ${key.path} is locked by a passphrase, which nobody could type when the hub starts by itself: give one without.`
      : `${key.path} is no private key in PEM's form (-----BEGIN PRIVATE KEY-----).`;
  }
  if (!known.checkPrivateKey(own)) {
    return `The key in ${key.path} is not that of the certificate in ${cert.path}.`;
  }
  const until = Date.parse(known.validTo);
  return until < now
    ? `The certificate in ${cert.path} has expired on ${new Date(until).toISOString().slice(0, 10)}: no device would take it.`
    : null;
}

function certificateIn(text: string): X509Certificate | null {
  try {
    return new X509Certificate(text);
  } catch {
    return null;
  }
}

function keyIn(text: string): KeyObject | null {
  try {
    return createPrivateKey(text);
  } catch {
    return null;
  }
}
