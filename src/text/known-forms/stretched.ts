import { commonest, type Ranks } from './frequencies';

const RUN = /(\p{L})\1+/gu;
const LONG_RUN = /(\p{L})\1{2}/u;
const RUN_AT_END = /(\p{L})\1$/u;
const LAUGHTER = /^(\p{L}{1,3}?)\1+/u;
const SIGNS = /^[\p{P}\p{S}]{2,}$|^<\/?3+$/u;
const MOST_RUNS = 4;

/**
 * `goood` → `good`, `sooo` → `so`, `offf` → `off`, `hahahaha` → `haha`. A doubled letter is kept if that gives a word
 * in the most common tenth of the vocabulary (`off`, not `of`); else the most common form is taken.
 */
export function unstretched(token: string, ranks: Ranks): string | undefined {
  if (!/^[\p{L}'-]+$/u.test(token)) return undefined;
  if (LONG_RUN.test(token) || RUN_AT_END.test(token)) {
    const forms = runForms(token);
    const doubled = ranks.rankOf(forms[0]);
    if (doubled !== undefined && doubled < ranks.count / 10) return forms[0];
    const found = commonest(forms, ranks);
    if (found !== undefined) return found;
  }
  return laughter(token, ranks);
}

/** All forms with each run as two letters or as one; the first form has two everywhere. */
function runForms(token: string): string[] {
  const runs = [...token.matchAll(RUN)];
  const cut = (lengths: (run: number) => number): string => {
    let run = 0;
    return token.replace(RUN, (_, letter: string) => letter.repeat(lengths(run++)));
  };
  if (runs.length > MOST_RUNS) return [cut(() => 2), cut(() => 1)];
  return Array.from({ length: 2 ** runs.length }, (_, bits) => cut((run) => ((bits >> run) & 1 ? 1 : 2)));
}

/** The repeated part three times, twice, one and a half times (`lol`) or once; an incomplete part at the end is ignored (`hahahah`). */
function laughter(token: string, ranks: Ranks): string | undefined {
  const match = LAUGHTER.exec(token);
  if (!match || match[0].length < 4 || token.length - match[0].length >= match[1].length) return undefined;
  const unit = match[1];
  for (const form of [unit.repeat(3), unit.repeat(2), unit + unit[0], unit]) {
    if (form !== token && form.length > 1 && ranks.rankOf(form) !== undefined) return form;
  }
  return undefined;
}

/** Runs of signs: `!!!` → `!!` → `!`, `?!?!` → `?!` → `?`, `:)))` → `:)`, `:-)` → `:)`, `<333` → `<3`. */
export function* signForms(token: string): Generator<string> {
  if (!SIGNS.test(token)) return;
  for (const most of [2, 1]) {
    yield token.replace(/([^])\1+/gu, (run, sign: string) => sign.repeat(Math.min(run.length, most)));
  }
  const once = token.replace(/([^])\1+/gu, '$1');
  if (/^[!?]+$/u.test(token)) yield* ['?!', '!?', token.includes('?') ? '?' : '!'];
  if (/^[:;=]/u.test(token)) {
    const noseless = once.replace(/^([:;=])[-o^'’]/u, '$1');
    yield noseless;
    yield noseless.replace(/^=/u, ':');
  }
  if (/^<\/?3/u.test(token)) yield token.replace(/3+/u, '3');
  yield once;
}
