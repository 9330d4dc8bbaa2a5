import { expect, test } from "bun:test";
import { torchStarter } from "./torch-starter.ts";

const head = "from __future__ import annotations\n\nimport numpy as np\n";

test("arrays are tensors from the first line on, and what holds arrays is told", () => {
  const starter = `${head}

def block(
    x: np.ndarray, weights: dict, heads: int, mask: np.ndarray | None = None, layers: list[np.ndarray] = (),
) -> tuple[np.ndarray, np.ndarray]:
    """A block.

    x: (batch, time, width).
    """
    # TODO: the block
    raise NotImplementedError("block")
`;
  expect(torchStarter(starter)).toBe(`${head}import torch


def block(
    x: np.ndarray, weights: dict, heads: int, mask: np.ndarray | None = None, layers: list[np.ndarray] = (),
) -> tuple[np.ndarray, np.ndarray]:
    """A block.

    x: (batch, time, width).
    """
    x = torch.as_tensor(x)
    # What weights holds are NumPy's arrays: torch.as_tensor(...) makes a tensor of one.
    mask = None if mask is None else torch.as_tensor(mask)
    layers = [torch.as_tensor(one) for one in layers]
    # TODO: the block
    raise NotImplementedError("block")
`);
});

test("each function of a file has its own, also without a docstring", () => {
  const starter = `${head}\n\ndef one(a: np.ndarray) -> float:\n    raise NotImplementedError("one")\n\n\ndef two(rate: float = 0.1, b: np.ndarray = 0) -> float:\n    raise NotImplementedError("two")\n`;
  const made = torchStarter(starter);
  expect(made).toContain("def one(a: np.ndarray) -> float:\n    a = torch.as_tensor(a)\n");
  expect(made).toContain("b: np.ndarray = 0) -> float:\n    b = torch.as_tensor(b)\n");
  expect(made).not.toContain("rate = ");
});

test("a starter without arrays stays as it is", () => {
  const starter = 'def parse(text: str) -> list:\n    raise NotImplementedError("parse")\n';
  expect(torchStarter(starter)).toBe(starter);
});
