/** Where a link or a line of the contents leads to (ISO 32000-1, 12.3.2). */
import type { OpenedPdf } from "./open-pdfs.ts";

export interface Target {
  readonly page: number;
  /** A share of the page. */
  readonly down: number;
}

type Destination = string | readonly unknown[];

/** Null for one that leads nowhere. */
export async function targetOf(
  { file }: OpenedPdf,
  destination: Destination,
): Promise<Target | null> {
  const explicit =
    typeof destination === "string" ? await file.getDestination(destination) : destination;
  if (!Array.isArray(explicit)) return null;
  const [where, form] = explicit as readonly unknown[] as readonly [
    unknown,
    { readonly name?: string } | undefined,
  ];
  const index =
    typeof where === "number"
      ? where
      : await file.getPageIndex(where as Parameters<typeof file.getPageIndex>[0]).catch(() => null);
  if (index === null || index < 0 || index >= file.numPages) return null;
  const viewport = (await file.getPage(index + 1)).getViewport({ scale: 1 });
  const [left, top] = cornerOf(form?.name, explicit);
  if (top === null) return { page: index + 1, down: 0 };
  const [, y = 0] = viewport.convertToViewportPoint(left ?? 0, top);
  return { page: index + 1, down: Math.min(1, Math.max(0, y / viewport.height)) };
}

function cornerOf(
  form: string | undefined,
  explicit: readonly unknown[],
): readonly [left: number | null, top: number | null] {
  const number = (at: number) => (typeof explicit[at] === "number" ? explicit[at] : null);
  switch (form) {
    case "XYZ":
      return [number(2), number(3)];
    case "FitH":
    case "FitBH":
      return [null, number(2)];
    case "FitR":
      return [number(2), number(5)];
    default:
      return [null, null];
  }
}
