/** What is chosen on a screen stands in its address: it can be linked to, and a reload or "back" finds it again. */
import { useCallback } from "react";
import { useLocation, useSearch } from "wouter";

type Choose = (value: string | null) => void;

/** The choice `name` of the address; null where none was made. */
export function useChoice(name: string): readonly [string | null, Choose] {
  const [path, go] = useLocation();
  const search = useSearch();
  const choose = useCallback<Choose>(
    (value) => go(addressWith(path, search, name, value), { replace: true }),
    [path, search, name, go],
  );
  return [new URLSearchParams(search).get(name), choose];
}

/** The same address with another choice; its hash leads elsewhere and is left out. */
export function addressWith(
  path: string,
  search: string,
  name: string,
  value: string | null,
): string {
  const query = new URLSearchParams(search);
  if (value === null) query.delete(name);
  else query.set(name, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
