/** What a journal says where its curriculum can't be had: things go by their ids. */
import type { Curriculum } from "../core/content/curriculum.ts";

export function emptyCurriculum(id: string): Curriculum {
  return {
    id,
    version: "",
    title: id,
    phases: [],
    bonus: { title: "", papers: [] },
    papers: [],
    weeks: [],
    reading: [],
    guidelines: [],
    notePractices: [],
    noteTemplate: "",
    weekly: [],
    monthly: [],
    milestones: [],
    rewards: [],
    resources: [],
    document: null,
  };
}
