/** An image beside the notes. Only the page itself can say who asks for it, so it is fetched and shown as a blob. */
import { useEffect, useState } from "react";
import { api } from "../../wire/wire.ts";
import { open } from "../store/server.ts";

export function Picture(props: {
  readonly name: string;
  readonly alt: string;
  /** In pixels; null for as wide as it is. */
  readonly width: number | null;
}) {
  const { name, alt, width } = props;
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    let url: string | null = null;
    const fetchIt = async () => {
      const response = await open(api.image, { parts: { file: name }, signal: leaving.signal });
      const blob = await response.blob();
      if (leaving.signal.aborted) return;
      url = URL.createObjectURL(blob);
      setSrc(url);
    };
    // One that is not there, or a server that is away: its words stand in its place.
    fetchIt().catch(() => setSrc(null));
    return () => {
      leaving.abort();
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [name]);
  return src === null ? (
    <em>[{alt === "" ? "image" : alt}]</em>
  ) : (
    <img src={src} alt={alt} {...(width === null ? {} : { width })} />
  );
}
