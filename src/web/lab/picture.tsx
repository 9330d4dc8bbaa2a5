/** Pictures of a check: heat maps side by side, or lines in one frame; each is described in words too. */
import type { CheckPicture } from "../../core/check/check.ts";
import { labWords } from "./words.ts";

type Series = CheckPicture["series"][number];
type Row = readonly (number | null)[];

const words = labWords;

export function Picture({ picture }: { readonly picture: CheckPicture }) {
  return (
    <figure style={{ margin: "0.8rem 0" }}>
      <figcaption>{picture.title}</figcaption>
      {picture.kind === "lines" ? (
        <Lines picture={picture} />
      ) : (
        <div style={{ display: "flex", flexWrap: "wrap", gap: "1rem" }}>
          {picture.series.map((series) => (
            <Heat
              key={series.name}
              series={series}
              picture={picture}
              range={rangeOf(besides(series, picture).flatMap(rowsOf))}
            />
          ))}
        </div>
      )}
    </figure>
  );
}

const side = 240;

/** The maps that share one scale of colours: what is compared must look alike where it is alike. */
function besides(series: Series, { series: all }: CheckPicture): readonly Series[] {
  const compared = ["yours", "reference"];
  return compared.includes(series.name)
    ? all.filter(({ name }) => compared.includes(name))
    : [series];
}

interface Range {
  readonly low: number;
  readonly high: number;
}

function Heat(props: {
  readonly series: Series;
  readonly picture: CheckPicture;
  readonly range: Range;
}) {
  const { series, picture, range } = props;
  const rows = rowsOf(series);
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const { low, high } = rangeOf(rows);
  const cell = Math.max(4, Math.min(20, Math.floor(side / columns)));
  const said = words.heatSaid(series.name, rows.length, columns, figure(low), figure(high));
  return (
    <figure style={{ margin: 0 }}>
      <svg role="img" aria-label={said} width={columns * cell} height={rows.length * cell}>
        {rows.flatMap((row, y) =>
          row.map((value, x) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
              key={`${y},${x}`}
              x={x * cell}
              y={y * cell}
              width={cell}
              height={cell}
              fill={shade(value, range)}
            >
              <title>{`${picture.y} ${y}, ${picture.x} ${x}: ${value === null ? "NaN" : figure(value)}`}</title>
            </rect>
          )),
        )}
      </svg>
      <figcaption className="faint">
        {words.heatRange(series.name, figure(low), figure(high))}
      </figcaption>
    </figure>
  );
}

function shade(value: number | null, { low, high }: Range): string {
  if (value === null) return "var(--late)";
  const share = high === low ? 0.5 : (value - low) / (high - low);
  return `color-mix(in oklab, var(--accent) ${Math.round(share * 100)}%, var(--track))`;
}

const width = 480;
const height = 200;
const edge = 10;
const dashes = ["none", "6 3", "2 3", "8 3 2 3", "12 4"];
const colours = ["var(--accent)", "var(--late)", "var(--good)", "var(--ink)", "var(--faint)"];

function Lines({ picture }: { readonly picture: CheckPicture }) {
  const rows = picture.series.map((series) => rowsOf(series)[0] ?? []);
  const { low, high } = rangeOf(rows);
  const span = high - low || 1;
  const said = picture.series.map(({ name }, at) => lineSaid(name, rows[at] ?? [])).join(" ");
  const points = (row: Row) =>
    row
      .flatMap((value, x) => {
        if (value === null) return [];
        const left = edge + (x * (width - 2 * edge)) / Math.max(row.length - 1, 1);
        const top = height - edge - ((value - low) / span) * (height - 2 * edge);
        return [`${left.toFixed(1)},${top.toFixed(1)}`];
      })
      .join(" ");
  return (
    <>
      <svg
        role="img"
        aria-label={said}
        viewBox={`0 0 ${width} ${height}`}
        style={{ width: "100%", maxWidth: width, border: "1px solid var(--line)" }}
      >
        {rows.map((row, at) => (
          <polyline
            key={picture.series[at]?.name}
            points={points(row)}
            fill="none"
            stroke={colours[at % colours.length]}
            strokeDasharray={dashes[at % dashes.length]}
            strokeWidth={2}
          />
        ))}
      </svg>
      <ul className="faint" style={{ display: "flex", flexWrap: "wrap", gap: "1rem", padding: 0 }}>
        {picture.series.map(({ name }, at) => (
          <li key={name} style={{ listStyle: "none" }}>
            <svg width={28} height={8} aria-hidden>
              <line
                x1={0}
                x2={28}
                y1={4}
                y2={4}
                stroke={colours[at % colours.length]}
                strokeDasharray={dashes[at % dashes.length]}
                strokeWidth={2}
              />
            </svg>{" "}
            {name}
          </li>
        ))}
        <li style={{ listStyle: "none" }}>
          {words.axes(picture.y, picture.x, figure(low), figure(high))}
        </li>
      </ul>
    </>
  );
}

function lineSaid(name: string, row: Row): string {
  const known = row.filter((value) => value !== null);
  return words.lineSaid(name, figure(known[0] ?? 0), figure(known.at(-1) ?? 0));
}

function rowsOf({ values }: Series): readonly Row[] {
  const rows = values.filter((row) => Array.isArray(row));
  if (rows.length === values.length) return rows;
  return [values.map((value) => (Array.isArray(value) ? null : value))];
}

function rangeOf(rows: readonly Row[]): Range {
  const known = rows.flat().filter((value) => value !== null);
  return known.length === 0
    ? { low: 0, high: 0 }
    : { low: Math.min(...known), high: Math.max(...known) };
}

function figure(value: number): string {
  return Number(value.toPrecision(3)).toString();
}
