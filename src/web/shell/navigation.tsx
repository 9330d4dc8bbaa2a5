/** The way between screens: a column on a wide window, a bar at the foot of a narrow one. */
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { screenAt } from "../../wire/screens.ts";
import { type Place, places } from "./places.ts";
import { shellWords } from "./words.ts";

/** What the narrow bar shows before "More". */
const inBar = 4;

export function Navigation(props: { readonly location: string; readonly openPalette: () => void }) {
  const [more, setMore] = useState(false);
  const link = (place: Place, extra: string) => {
    const here = place.path === `/${screenAt(props.location)}`;
    return (
      <li key={place.path} className={extra}>
        <Link
          href={place.path}
          aria-current={here ? "page" : undefined}
          title={place.label}
          onClick={() => setMore(false)}
        >
          <place.icon className="icon" aria-hidden />
          <span>{place.label}</span>
        </Link>
      </li>
    );
  };
  return (
    <nav className={`places ${more ? "open" : ""}`} aria-label={shellWords.navigation}>
      <p className="brand">study</p>
      <ul>
        {places.map((place, index) => link(place, index < inBar ? "" : "further"))}
        <li className="more">
          <button type="button" aria-expanded={more} onClick={() => setMore(!more)}>
            <Ellipsis className="icon" aria-hidden />
            <span>{shellWords.more}</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}
