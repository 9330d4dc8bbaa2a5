import { expect, test } from "bun:test";
import type { PaperId } from "../../core/content/curriculum.ts";
import { fitting, linkOffers } from "./link-offers.ts";

const papers = [{ id: "first" as PaperId, name: "The First" }];
const paper = { id: "first", title: "The First: a long title", aliases: ["1st", "THE-FIRST"] };
const curriculum = { papers: [paper] } as unknown as Parameters<typeof linkOffers>[0]["curriculum"];
const offers = (...aliases: string[]) =>
  linkOffers({
    papers,
    curriculum,
    own: aliases.map((alias) => ({ paper: "first" as PaperId, alias })),
  }).map(({ label, link }) => `${label} → ${link}`);

test("a paper is offered once under each of its names, and the link holds its id", () => {
  expect(offers("El primero")).toEqual([
    "first → first",
    "The First → first|The First",
    "The First: a long title → first|The First: a long title",
    "1st → first|1st",
    "El primero → first|El primero",
  ]);
});

test("a name that would end the link is not offered", () => {
  expect(offers("a]]b", "a|b", "[x", "")).toEqual(offers());
});

test("a paper of the learner's own has its name and what the notes call it", () => {
  const own = [{ paper: "mine" as PaperId, alias: "meins" }];
  const mine = [{ id: "mine" as PaperId, name: "Mine" }];
  expect(linkOffers({ papers: mine, curriculum, own }).map(({ link }) => link)).toEqual([
    "mine",
    "mine|meins",
  ]);
});

test("each paper is offered once, by the name that fits best", () => {
  const two = linkOffers({
    papers: [...papers, { id: "second" as PaperId, name: "First of the second" }],
    curriculum,
    own: [{ paper: "first" as PaperId, alias: "uno" }],
  });
  const found = (typed: string) => fitting(two, typed).map(({ link }) => link);
  expect(found("first")).toEqual(["first", "second|First of the second"]);
  expect(found("long")).toEqual(["first|The First: a long title"]);
  expect(found("UNO")).toEqual(["first|uno"]);
  expect(found("")).toEqual(["first", "second"]);
  expect(found("nonsuch")).toEqual([]);
});
