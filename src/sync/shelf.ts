/** What a sync asks of the place that devices share: a folder, a checkout, memory in tests. Sealed or plain. */

export interface Listed {
  /** With slashes, from the shelf's root. */
  readonly name: string;
  readonly size: number;
  /** When it was last written, as far as the place can say; only equality counts. */
  readonly written: number;
}

export interface Shelf {
  /** Whether a file can grow at its end; where it can't, each batch is a file of its own. */
  readonly grows: boolean;
  list(): Promise<readonly Listed[]>;
  /** Null where there is none, or it can't be read yet. */
  read(name: string): Promise<Uint8Array | null>;
  /** Adds to the end of a file, or makes it; it is on the disk when this returns. */
  append(name: string, text: string): Promise<void>;
  /** Puts a whole file in place in one step; it is on the disk when this returns. */
  replace(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}
