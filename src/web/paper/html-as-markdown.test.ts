import { expect, test } from "bun:test";
import { htmlAsMarkdown } from "./html-as-markdown.ts";

for (const [html, markdown] of [
  ["<p>plain <span>words</span></p>", null],
  ["just words", null],
  [
    "<h2>Title</h2><p>Some <b>bold</b> and <em>leaning</em> words.</p>",
    "## Title\n\nSome **bold** and *leaning* words.",
  ],
  ['<p>See <a href="https://a.example/b">this</a>.</p>', "See [this](https://a.example/b)."],
  ["<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>", "- one\n- two\n  - three"],
  ["<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"],
  [
    "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
    "| a | b |\n| - | - |\n| 1 | 2 |",
  ],
  ['<pre><code class="language-py">x = 1\n</code></pre>', "```py\nx = 1\n```"],
  ["<p>Use <code>f(x)</code>.</p>", "Use `f(x)`."],
  ["<blockquote><p>Said.</p></blockquote>", "> Said."],
  ['<p>Size <math alttext="d_{k}"><mi>d</mi></math> it is</p>', "Size $d_{k}$ it is"],
  [
    '<p>So <span class="katex"><math><semantics><annotation encoding="application/x-tex">x_1 * y</annotation></semantics></math><span>x1y</span></span></p>',
    "So $x_1 * y$",
  ],
  [
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs"><p>Words and <i>more</i></p></b>',
    "Words and *more*",
  ],
  [
    "<html><body><!--StartFragment--><p>A <strong>b</strong></p><!--EndFragment--></body></html>",
    "A **b**",
  ],
  [
    '<p><a href="https://a.example">x</a><script>alert(1)</script><img src="https://b.example/track.png" onerror="alert(1)"></p>',
    "[x](https://a.example)",
  ],
] as const) {
  test(`${html.slice(0, 60)} is pasted as Markdown`, () => {
    expect(htmlAsMarkdown(html)).toBe(markdown);
  });
}
