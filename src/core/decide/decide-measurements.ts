/** Deciding on the learner's own figures of a model. */
import { isFigureName } from "../entries/schemas.ts";
import { dayAt } from "../time/calendar.ts";
import type { CommandOf } from "./command.ts";
import { type Decision, entries, refuse, type Situation } from "./decision.ts";

export function keepMeasurement(command: CommandOf<"keep-measurement">, now: Situation): Decision {
  const { model, values } = command;
  if (model === "" || /[\r\n]/.test(model)) {
    return refuse("empty-text", "A measurement needs the model's name, on one line.");
  }
  const keys = Object.keys(values);
  if (keys.length === 0) {
    return refuse("empty-text", "A measurement needs a value: parameters=10M, loss=3.2.");
  }
  const odd = keys.find((key) => !isFigureName(key));
  if (odd !== undefined) {
    return refuse("not-one-line", `"${odd}" is not a name: use letters, digits, - and /.`);
  }
  const empty = keys.find((key) => values[key] === "" || Number.isNaN(values[key]));
  if (empty !== undefined) return refuse("empty-text", `"${empty}" has no value.`);
  const on = dayAt(now.now, now.tally, now.span);
  return entries({ type: "measurement.kept", model, on, values });
}

export function removeMeasurement(
  { model }: CommandOf<"remove-measurement">,
  now: Situation,
): Decision {
  return Object.hasOwn(now.tally.measurements, model)
    ? entries({ type: "measurement.removed", model })
    : refuse("unknown-measurement", `There is no measurement "${model}".`);
}
