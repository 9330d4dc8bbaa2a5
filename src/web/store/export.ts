/** The whole journal as text, as `study export` writes it. */
import { api } from "../../wire/wire.ts";
import { strings } from "../strings.ts";
import { saveFile } from "./save-file.ts";
import { open, Refused } from "./server.ts";

export async function exportJournal(say: (text: string) => void): Promise<void> {
  try {
    const answer = await open(api.export);
    saveFile("study-journal.jsonl", await answer.blob());
  } catch (error) {
    say(error instanceof Refused ? error.message : strings.noServer);
  }
}
