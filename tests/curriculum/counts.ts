/** How many parameters an architecture has, written down from the papers. All sizes are numbers of units. */

export interface Decoder {
  readonly layers: number;
  readonly width: number;
  readonly vocabulary: number;
  readonly context: number;
}

/**
 * One block of the original form: four projections of the width with biases, a feed-forward network of two layers
 * with biases, two normalizations of gain and bias. Vaswani et al. 2017, Sections 3.1 to 3.3.
 */
function block(width: number, feedForward: number): number {
  const attention = 4 * width * width + 4 * width;
  const network = 2 * width * feedForward + feedForward + width;
  return attention + network + 2 * 2 * width;
}

/** Learned positions, tied embeddings, a normalization at the end (Radford et al. 2019, Section 2.3). */
export function gpt(of: Decoder): number {
  return gpt1(of) + 2 * of.width;
}

/** As above, without the normalization at the end (Radford et al. 2018, Section 4.1). */
export function gpt1({ layers, width, vocabulary, context }: Decoder): number {
  return layers * block(width, 4 * width) + (vocabulary + context) * width;
}

/**
 * Embeddings of tokens, positions and two segments with a normalization, the blocks, and the pooler over [CLS].
 * Devlin et al. 2019, Sections 3 and 3.1.
 */
export function bert({ layers, width, vocabulary, context }: Decoder): number {
  const embeddings = (vocabulary + context + 2) * width + 2 * width;
  return embeddings + layers * block(width, 4 * width) + width * width + width;
}

/**
 * Encoder and decoder with one embedding for both and for the output. The projections of attention have no bias
 * (eq. (1) and Section 3.2.2), the feed-forward network has (eq. (2)), positions are not learned (Section 3.5).
 */
export function transformer(
  layers: number,
  width: number,
  feedForward: number,
  vocabulary: number,
): number {
  const attention = 4 * width * width;
  const network = 2 * width * feedForward + feedForward + width;
  const norm = 2 * width;
  const encoder = attention + network + 2 * norm;
  const decoder = 2 * attention + network + 3 * norm;
  return layers * (encoder + decoder) + vocabulary * width;
}

/** The hidden size of SwiGLU as LLaMA's code rounds 2/3 · 4 · width up to a multiple of 256. */
export function llamaFeedForward(width: number): number {
  return 256 * Math.ceil(Math.floor((2 * 4 * width) / 3) / 256);
}

/** No biases, RMSNorm with a gain, SwiGLU with three matrices, rotary positions, untied output (Section 2.2). */
export function llama(layers: number, width: number, vocabulary: number): number {
  const each = 4 * width * width + 3 * width * llamaFeedForward(width) + 2 * width;
  return layers * each + 2 * vocabulary * width + width;
}

/**
 * No biases, one key and one value head for all query heads, SwiGLU with 4 · width, one normalization a block as
 * attention and network stand side by side, tied embeddings. Chowdhery et al. 2022, Section 2.
 */
export function palm(
  layers: number,
  width: number,
  heads: number,
  headSize: number,
  vocabulary: number,
): number {
  const queryAndOutput = 2 * width * heads * headSize;
  const keyAndValue = 2 * width * headSize;
  const each = queryAndOutput + keyAndValue + 3 * width * 4 * width + width;
  return layers * each + vocabulary * width + width;
}

/** FLOP for a token, attention over the context included: 6N + 12LHQT (Chowdhery et al. 2022, Appendix B). */
export function palmFlopPerToken(
  parameters: number,
  layers: number,
  heads: number,
  headSize: number,
  context: number,
): number {
  return 6 * parameters + 12 * layers * heads * headSize * context;
}

/**
 * 6n + 2 weighted layers for CIFAR-10: a convolution, three stages of n blocks with 16, 32 and 64 channels, identity
 * shortcuts without parameters, batch normalization after each convolution. He et al. 2015, Section 4.2.
 */
export function cifarResNet(depth: number): number {
  const blocks = (depth - 2) / 6;
  const convolution = (from: number, to: number) => 9 * from * to + 2 * to;
  const stage = (from: number, to: number) =>
    convolution(from, to) + (2 * blocks - 1) * convolution(to, to);
  return convolution(3, 16) + stage(16, 16) + stage(16, 32) + stage(32, 64) + 64 * 10 + 10;
}

/** Two matrices of rank r for each adapted square matrix (Hu et al. 2021, Sections 4.1 and 5.1). */
export function lora(layers: number, width: number, rank: number, adapted: number): number {
  return 2 * width * rank * adapted * layers;
}
