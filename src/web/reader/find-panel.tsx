/** The words that are sought in the paper, how often they are there, and where. */
import type { Finding } from "./use-find.ts";
import { readerWords as words } from "./words.ts";

export function FindPanel(props: { readonly finding: Finding; readonly chosen: () => void }) {
  const { finding, chosen } = props;
  const { query, setQuery, found, searching, at, step, choose, select } = finding;
  const said = () => {
    if (query.trim() === "") return "";
    if (found.length === 0) return searching ? words.searching : words.foundNone;
    return words.found(at + 1, found.length) + (searching ? " …" : "");
  };
  return (
    <>
      <form
        className="pdf-find"
        onSubmit={(event) => {
          event.preventDefault();
          step(1);
        }}
      >
        <input
          type="search"
          aria-label={words.findIn}
          placeholder={words.findIn}
          value={query}
          // biome-ignore lint/a11y/noAutofocus: the field is what was asked for.
          autoFocus
          onChange={({ target }) => setQuery(target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && event.shiftKey) {
              event.preventDefault();
              step(-1);
            } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              select();
              chosen();
            }
          }}
        />
        <span role="status">{said()}</span>
        <button type="button" aria-label={words.foundPrevious} onClick={() => step(-1)}>
          ↑
        </button>
        <button type="submit" aria-label={words.foundNext}>
          ↓
        </button>
        {found.length > 0 && (
          <button
            type="button"
            title={words.selectFoundHint}
            onClick={() => {
              select();
              chosen();
            }}
          >
            {words.selectFound}
          </button>
        )}
      </form>
      <ol className="pdf-found">
        {found.map(({ match, around: [before, words_, behind] }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the matches of one search in order.
          <li key={index}>
            <button
              type="button"
              className="row"
              aria-current={index === at ? "true" : undefined}
              onClick={() => {
                choose(index);
                chosen();
              }}
            >
              <span>
                {before}
                <mark>{words_}</mark>
                {behind}
              </span>
              <small className="faint">{words.pageOf(match.page)}</small>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
