/** The list of what is in an executable, in CycloneDX's form, from what npm says of the lock file. */
export interface Sbom {
  readonly bomFormat: "CycloneDX";
  readonly specVersion: string;
  readonly components: readonly Readonly<Record<string, unknown>>[];
  readonly [key: string]: unknown;
}

/**
 * Without the moment and the folder in which it was made, so that one lock file gives one text; and without the addresses
 * that packages came from, which may be a private mirror's: names, versions and checksums say what they are.
 */
export function sbomFrom(text: string): Sbom {
  const { serialNumber: _, ...said } = JSON.parse(text);
  if (said.bomFormat !== "CycloneDX" || !Array.isArray(said.components)) {
    throw new Error("npm sbom printed no CycloneDX");
  }
  const { timestamp: __, ...metadata } = said.metadata;
  const program = { ...withoutAddresses(metadata.component), name: "study" };
  return {
    ...said,
    metadata: { ...metadata, component: program },
    components: said.components.map(withoutAddresses),
  };
}

function withoutAddresses(component: Readonly<Record<string, unknown>>) {
  const { externalReferences: _, ...rest } = component;
  return rest;
}
