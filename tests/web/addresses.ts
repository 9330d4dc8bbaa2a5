/** Addresses of all screens, from the one list of them; a paper's rooms on papers that have something there. */
import { type Room, rooms, screens } from "../../src/wire/screens.ts";

const paperWith: Readonly<Record<Room, string>> = {
  read: "attention",
  notes: "attention",
  implement: "layernorm",
  review: "layernorm",
};

export const screenPaths: readonly string[] = screens.map((screen) => `/${screen}`);
export const roomPaths: readonly string[] = rooms.map(
  (room) => `/paper/${paperWith[room]}/${room}`,
);
export const everyPath: readonly string[] = [...screenPaths, ...roomPaths];
