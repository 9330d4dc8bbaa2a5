import { journalContract } from "../contract.ts";
import { memoryJournal } from "./journal.ts";

journalContract((device) => {
  const journal = memoryJournal(device);
  return { journal, reopen: () => journal, end: () => journal.close() };
});
