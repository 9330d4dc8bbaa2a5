/**
 * A starter for those who write in PyTorch: the same function, whose arrays are tensors from its first line on. A
 * check gives NumPy's arrays and takes either kind back.
 */

/** As it is, where it names no arrays: texts and probabilities are written the same in either. */
export function torchStarter(text: string): string {
  if (!text.includes("import numpy as np")) return text;
  const imported = text.replace("import numpy as np\n", "import numpy as np\nimport torch\n");
  return imported.replaceAll(definition, (whole: string, parameters: string) => {
    const lines = linesFor(parameters);
    return lines === "" ? whole : `${whole}${lines}`;
  });
}

/** A function at the margin with its docstring, where it has one. The group holds its parameters. */
const definition = /^def \w+\(((?:[^()]|\([^()]*\))*)\)[^\n]*:\n(?: {4}"""[\s\S]*?"""\n)?/gm;

const parameter = /(\w+): ([^,=]+?)(?= ?=|,|\s*$)/gm;

function linesFor(parameters: string): string {
  return [...parameters.matchAll(parameter)]
    .map(([, name = "", type = ""]) => lineFor(name, type.trim()))
    .join("");
}

/** `type` as the starter writes it: `np.ndarray`, `dict`, `np.ndarray | None`. */
function lineFor(name: string, type: string): string {
  const tensor = `torch.as_tensor(${name})`;
  if (type === "np.ndarray") return `    ${name} = ${tensor}\n`;
  if (type === "np.ndarray | None") return `    ${name} = None if ${name} is None else ${tensor}\n`;
  if (type === "list[np.ndarray]") {
    return `    ${name} = [torch.as_tensor(one) for one in ${name}]\n`;
  }
  return type === "dict" || type.includes("np.ndarray")
    ? `    # What ${name} holds are NumPy's arrays: torch.as_tensor(...) makes a tensor of one.\n`
    : "";
}
