/** Which phase a person means, and how phases are named. */
import { plainName } from "../content/names.ts";

interface NamedPhase {
  readonly number: number;
  readonly title: string;
}

/** `Phase 1: Foundations`, as the tracker names a phase. */
export function phaseName(phase: NamedPhase): string {
  return `Phase ${phase.number}: ${phase.title}`;
}

/** `2`, `Phase 2`, `Phase 2: Pre-training Era`, `pre-training`; null where no phase is meant. */
export function phaseMeant<P extends NamedPhase>(said: string, phases: readonly P[]): P | null {
  const number = /^(?:phase\s*)?(\d+)\b/i.exec(said.trim())?.[1];
  if (number !== undefined) return phases.find((phase) => phase.number === Number(number)) ?? null;
  const plain = plainName(said);
  return plain === ""
    ? null
    : (phases.find(({ title }) => plainName(title).startsWith(plain)) ?? null);
}
