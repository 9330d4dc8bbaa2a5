/** Charts as files. */
import { saveFile } from "../store/save-file.ts";
import { csvOf, type Table } from "./table.ts";

export function saveSvg(name: string, svg: SVGSVGElement | null): void {
  if (svg === null) return;
  saveFile(`${name}.svg`, new Blob([standalone(svg)], { type: "image/svg+xml" }));
}

/** At twice the size, for a sharp look in a document. */
export async function savePng(name: string, svg: SVGSVGElement | null): Promise<void> {
  if (svg === null) return;
  const url = URL.createObjectURL(new Blob([standalone(svg)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = url;
  await image.decode();
  const { width, height } = svg.viewBox.baseVal;
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (png !== null) saveFile(`${name}.png`, png);
}

export function saveCsv(name: string, table: Table): void {
  saveFile(`${name}.csv`, new Blob([csvOf(table)], { type: "text/csv;charset=utf-8" }));
}

/** The page's colours are variables; a file of its own needs their values. */
function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const style = getComputedStyle(document.documentElement);
  const body = getComputedStyle(document.body);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.removeAttribute("aria-hidden");
  copy.style.color = body.color;
  copy.style.background = body.backgroundColor;
  copy.style.fontFamily = "system-ui, sans-serif";
  const probe = document.createElement("i");
  document.body.append(probe);
  const text = new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[\w-]+)\)/g, (whole, name) => {
      probe.style.color = `var(${name})`;
      const value = getComputedStyle(probe).color || style.getPropertyValue(name);
      return value === "" ? whole : value;
    });
  probe.remove();
  return text;
}

export function saveText(name: string, text: string): void {
  saveFile(name, new Blob([text], { type: "text/plain;charset=utf-8" }));
}
