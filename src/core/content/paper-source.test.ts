import { expect, test } from "bun:test";
import { namedPaper, paperSource } from "./paper-source.ts";

for (const [text, arxiv, url] of [
  ["1706.03762", "1706.03762", null],
  [" arXiv:2312.00752v2 ", "2312.00752", null],
  ["https://arxiv.org/abs/2312.00752", "2312.00752", null],
  ["arxiv.org/pdf/2312.00752v1.pdf", "2312.00752", null],
  ["http://export.arxiv.org/abs/2312.00752", "2312.00752", null],
  ["https://arxiv.org/html/2312.00752v2#S3", "2312.00752", null],
  ["http://arxiv.org/abs/2312.00752v7?context=cs", "2312.00752", null],
  ["https://arxiv.org/pdf/2312.00752/", "2312.00752", null],
  ["https://ar5iv.labs.arxiv.org/html/2312.00752", "2312.00752", null],
  ["https://www.alphaxiv.org/abs/2312.00752", "2312.00752", null],
  ["https://huggingface.co/papers/2312.00752", "2312.00752", null],
  ["https://doi.org/10.48550/arXiv.2312.00752", "2312.00752", null],
  ["10.48550/arXiv.2312.00752", "2312.00752", null],
  ["https://notarxiv.org/abs/2312.00752", null, "https://notarxiv.org/abs/2312.00752"],
  ["https://example.org/paper.pdf", null, "https://example.org/paper.pdf"],
] as const) {
  test(`${JSON.stringify(text)} is where a paper is found`, () => {
    expect(paperSource(text)).toEqual({ arxiv, url });
  });
}

for (const text of [
  "",
  "Mamba",
  "1706",
  "12345.678",
  "javascript:alert(1)",
  "file:///etc",
  "ftp://a",
]) {
  test(`${JSON.stringify(text)} says of no paper where it is found`, () => {
    expect(paperSource(text)).toBeNull();
  });
}

const mamba = { arxiv: "2312.00752" };
for (const [line, name, record] of [
  ["Mamba 2312.00752", "Mamba", mamba],
  ["Mamba (arXiv:2312.00752)", "Mamba", mamba],
  ["Mamba: https://arxiv.org/abs/2312.00752", "Mamba", mamba],
  ["https://arxiv.org/abs/2312.00752", "arXiv 2312.00752", mamba],
  [
    "https://example.org/a/my%20paper.pdf",
    "my paper",
    { url: "https://example.org/a/my%20paper.pdf" },
  ],
  ["GPT-4 Technical Report", "GPT-4 Technical Report", undefined],
] as const) {
  test(`${JSON.stringify(line)} adds a paper by its name, with where it is found`, () => {
    expect(namedPaper(line)).toEqual(record === undefined ? { name } : { name, record });
  });
}
