/** Assertions that need no Node: the same in both extension hosts. */
export function isTrue(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Compares by their JSON. */
export const equal = (actual: unknown, expected: unknown, what: string): void => {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
  isTrue(is === should, `${what}: ${is} instead of ${should}`);
};

/** Characters of a text that a failure shows: of a page, not all of it. */
const SHOWN = 500;

export const matches = (text: string, pattern: RegExp, what: string): void =>
  isTrue(pattern.test(text), `${what}: ${JSON.stringify(text.slice(0, SHOWN))} does not match ${pattern}`);

/** The error that `work` rejects with. */
export const rejection = async (work: PromiseLike<unknown>): Promise<Error & { code?: string }> => {
  try {
    await work;
  } catch (error) {
    isTrue(error instanceof Error, `rejected with something else than an error: ${String(error)}`);
    return error;
  }
  throw new Error('Expected an error, but there was none.');
};

/** A sentence for people: begins with a capital or a quoted thing, ends with a full stop, and shows no code. */
export const isSentence = (message: string): void => {
  matches(message, /^[\p{Lu}\p{Lo}"“].*[.。!]$/su, 'not a sentence');
  isTrue(!/undefined|\[object|TypeError|NaN|\bat .*:\d+:\d+/.test(message), `shows its inside: ${message}`);
};
