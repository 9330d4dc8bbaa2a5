/**
 * What stands between single dollars is math by Pandoc's rule (Pandoc User's Guide, extension `tex_math_dollars`): the
 * opening dollar has a character right after it, the closing one has a character right before it and no digit after
 * it. So prices are prices: `$4.6M … $12M`. A dollar behind a backslash is a dollar in both.
 */

/** A character, an end of line (below zero), or the end of the text. */
type Code = number | null;
type State = (code: Code) => State | undefined;
interface Effects {
  readonly enter: (token: string) => void;
  readonly exit: (token: string) => void;
  readonly consume: (code: Code) => void;
}

const dollar = 36;
const backslash = 92;
const isEnd = (code: Code) => code !== null && code < -2;
const isSpace = (code: Code) => code !== null && (code < 0 || code === 32);
const isDigit = (code: Code) => code !== null && code >= 48 && code <= 57;

function tokenize(effects: Effects, ok: State, nok: State): State {
  let last: Code = null;

  const consume = (code: Code) => {
    effects.consume(code);
    last = code;
  };
  const sequence = (code: Code) => {
    effects.enter("mathTextSequence");
    effects.consume(code);
    effects.exit("mathTextSequence");
  };

  const open: State = (code) => {
    effects.enter("mathText");
    sequence(code);
    return first;
  };
  const first: State = (code) =>
    code === null || code === dollar || isSpace(code) ? nok(code) : between(code);
  const between: State = (code) => {
    if (code === null) return nok(code);
    if (code === dollar) return close(code);
    if (isEnd(code)) {
      effects.enter("lineEnding");
      consume(code);
      effects.exit("lineEnding");
      return between;
    }
    effects.enter("mathTextData");
    return data(code);
  };
  const data: State = (code) => {
    if (code === null || code === dollar || isEnd(code)) {
      effects.exit("mathTextData");
      return between(code);
    }
    consume(code);
    return code === backslash ? escaped : data;
  };
  const escaped: State = (code) => {
    if (code === null || isEnd(code)) return data(code);
    consume(code);
    return data;
  };
  const close: State = (code) => {
    if (isSpace(last)) return nok(code);
    sequence(code);
    effects.exit("mathText");
    return (next) => (isDigit(next) ? nok(next) : ok(next));
  };
  return open;
}

interface Processor {
  data(): object;
}

/** Beside `remark-math`, which is told to leave single dollars alone. */
export function remarkDollarMath(this: Processor) {
  const data: { micromarkExtensions?: unknown[] } = this.data();
  const previous = (code: Code) => code !== dollar;
  const construct = { name: "dollarMath", tokenize, previous };
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { text: { [dollar]: construct } },
  ];
}
