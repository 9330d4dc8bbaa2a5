/** A chart with its title, what it says in words, its data as a table, and its ways out: SVG, PNG, CSV. */
import { useEffect, useId, useRef } from "react";
import { strings } from "../strings.ts";
import { saveCsv, savePng, saveSvg } from "./export.ts";
import type { Table } from "./table.ts";
import { statsWords } from "./words.ts";

export function Chart(props: {
  readonly name: string;
  readonly title: string;
  /** What a look at the chart says, in a sentence or two. */
  readonly said: string;
  readonly table: Table;
  /** Draws it for a width in CSS pixels. */
  readonly draw: (width: number) => Element;
}) {
  const { name, title, said, table, draw } = props;
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let width = 0;
    const fit = () => {
      const now = Math.floor(element.clientWidth);
      if (now === width || now === 0) return;
      width = now;
      const drawn = draw(width);
      drawn.setAttribute("aria-hidden", "true");
      element.replaceChildren(drawn);
    };
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    return () => watch.disconnect();
  }, [draw]);
  const svg = () => place.current?.querySelector<SVGSVGElement>("svg:not([class*=ramp])") ?? null;
  return (
    <section aria-labelledby={id} className="chart">
      <h2 id={id}>{title}</h2>
      <p>{said}</p>
      <div className="drawing" ref={place} />
      <div className="buttons no-print">
        <button type="button" className="quiet" onClick={() => saveSvg(name, svg())}>
          SVG<span className="hidden"> {title}</span>
        </button>
        <button type="button" className="quiet" onClick={() => void savePng(name, svg())}>
          PNG<span className="hidden"> {title}</span>
        </button>
        <button type="button" className="quiet" onClick={() => saveCsv(name, table)}>
          CSV<span className="hidden"> {title}</span>
        </button>
      </div>
      <details>
        <summary>{statsWords.data}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by the keyboard. */}
        <section className="table-scroll" tabIndex={0} aria-label={strings.dataOf(title)}>
          <table className="data">
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of one table never change places.
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={table.columns[column]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
