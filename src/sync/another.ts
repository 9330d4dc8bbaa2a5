/** A place that holds another workspace's entries: nothing of it is taken, and nothing is put there. */
export class AnotherWorkspace extends Error {
  constructor(
    /** The one that lies there. */
    readonly workspace: string,
  ) {
    super(`This is of another workspace (${workspace}).`);
  }
}
