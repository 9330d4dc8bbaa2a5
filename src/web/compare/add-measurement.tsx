/** The learner's own model beside the papers': a name, and figures as `key=value`. */
import { type FormEvent, useState } from "react";
import { readFigures } from "../../core/compare/figures.ts";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { compareWords } from "./words.ts";

export function AddMeasurement({ added }: { readonly added: (model: string) => void }) {
  const { run } = useTracker();
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const model = String(form.get("model") ?? "").trim();
    const parts = String(form.get("values") ?? "")
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const read = readFigures(parts);
    setFault(read.ok ? null : read.message);
    if (!read.ok) return;
    if (!(await run({ do: "keep-measurement", model, values: read.values })).ok) return;
    added(model);
    element.reset();
  };
  return (
    <details>
      <summary>{compareWords.addOwn}</summary>
      <form className="own-figures" onSubmit={submit}>
        <label>
          {compareWords.modelName}
          <input name="model" placeholder="my-gpt" />
        </label>
        <label>
          {compareWords.figures}
          <input name="values" placeholder="parameters=10M, tokens=200M, loss=1.52" />
        </label>
        <button type="submit">{strings.add}</button>
        {fault !== null && <p role="alert">{fault}</p>}
      </form>
    </details>
  );
}
