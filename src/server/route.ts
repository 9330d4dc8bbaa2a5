/** A route of the server, and finding the one that a request means. */
import type { PaperId } from "../core/content/curriculum.ts";
import { bodyLimit } from "./guard.ts";
import type { Service } from "./service.ts";

export interface Asked<S extends Service = Service> {
  readonly request: Request;
  readonly url: URL;
  readonly service: S;
  /** The parts of the path that the pattern names. */
  readonly parts: Readonly<Record<string, string>>;
}

type Answer = Response | Promise<Response>;

interface Place {
  readonly method: "GET" | "POST" | "PUT";
  /** `:paper` stands for a paper's id (an ending of its file may follow), any other `:name` for a file's name. */
  readonly path: string;
}

export type Route<S extends Service = Service> = Place &
  /** The page's own files, which are nobody's secret; and the calendar, which asks for a token of its own. */
  (
    | { readonly needs: "nothing"; readonly answer: (asked: Asked<S>) => Answer }
    /** A ticket in a body of JSON, which is looked at by the answer. */
    | {
        readonly needs: "ticket";
        readonly limit: number;
        readonly answer: (asked: Asked<S>, body: string) => Answer;
      }
    /** A session; the body, where there is one, is anything. */
    | { readonly needs: "session"; readonly answer: (asked: Asked<S>) => Answer }
    /** A session, and a body of JSON of so many bytes at most. */
    | {
        readonly needs: "json";
        readonly limit: number;
        readonly answer: (asked: Asked<S>, body: string) => Answer;
      }
  );

/** Anybody may send a ticket, so no more is read than one can be long. */
export const ticketLimit = 10_000;

export const showing = <S extends Service>(
  path: string,
  answer: (asked: Asked<S>) => Answer,
): Route<S> => {
  return { method: "GET", path, needs: "nothing", answer };
};
export const entering = <S extends Service>(
  { method, path }: Place,
  answer: (asked: Asked<S>, body: string) => Answer,
): Route<S> => ({ method, path, needs: "ticket", limit: ticketLimit, answer });
export const asking = <S extends Service>(
  { method, path }: Place,
  answer: (asked: Asked<S>) => Answer,
): Route<S> => {
  return { method, path, needs: "session", answer };
};
export const sending = <S extends Service>(
  { method, path }: Place,
  answer: (asked: Asked<S>, body: string) => Answer,
  limit = bodyLimit,
): Route<S> => ({ method, path, needs: "json", limit, answer });

export type Found<S extends Service> =
  | {
      readonly is: "route";
      readonly route: Route<S>;
      readonly parts: Readonly<Record<string, string>>;
    }
  /** The path is there, for other methods. */
  | { readonly is: "method"; readonly allow: readonly string[] }
  | { readonly is: "nothing" };

export type Find<S extends Service> = (method: string, path: string) => Found<S>;

export function findIn<S extends Service>(routes: readonly Route<S>[]): Find<S> {
  const known = routes.map((route) => ({ route, form: formOf(route.path) }));
  return (method, path) => {
    const here = known.flatMap(({ route, form }) => {
      const parts = form.exec(path)?.groups;
      return parts === undefined && !form.test(path) ? [] : [{ route, parts: { ...parts } }];
    });
    const asked = method === "HEAD" ? "GET" : method;
    const found = here.find(({ route }) => route.method === asked);
    if (found !== undefined) return { is: "route", ...found };
    const allow = [...new Set(here.map(({ route }) => route.method))];
    return allow.length > 0 ? { is: "method", allow } : { is: "nothing" };
  };
}

/**
 * A pattern as an expression. No part can lead out of its folder: none holds a slash, or a dot before a dot. A file's
 * name may be any, and comes as the address has it: encoded.
 */
function formOf(path: string): RegExp {
  const source = path.replace(/:(\w+)/g, (_, name: string) => {
    if (name === "paper")
      return String.raw`(?<paper>(?!.*\.\.)[a-z0-9][a-z0-9.:-]*?)(?:\.md|\.pdf)?`;
    const signs =
      name === "file" ? String.raw`(?!.*%(?:2[eEfF]|5[cC]))[^/\\]+` : String.raw`[\w.-]+`;
    return `(?<${name}>(?!.*\\.\\.)${signs})`;
  });
  return new RegExp(`^${source}$`);
}

/** The paper that the path names. */
export function paperIn({ parts }: Asked): PaperId {
  return (parts.paper ?? "") as PaperId;
}
