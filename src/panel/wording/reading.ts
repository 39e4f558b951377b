import type { ExplainedWord } from '../../shared/explanation';
import type { PanelView, WordMark } from '../../shared/protocol/panel';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { unitOf, type ScoreUnit } from './unit';

/** A word with all that the charts say of it. */
export interface ReadWord extends ExplainedWord, WordMark {
  /** Into `explanation.words`. */
  readonly index: number;
}

/** A view as the charts and sentences take it. */
export interface PanelModel {
  readonly view: PanelView;
  readonly words: readonly ReadWord[];
  /** The most important first. */
  readonly ranked: readonly ReadWord[];
  readonly unit: ScoreUnit;
  /** 1 / words that the model attends to; undefined without attention. */
  readonly evenShare?: number;
  readonly hasDistance: boolean;
}

export function panelModel(view: PanelView, strings: PageStrings): PanelModel {
  const { words: explained, method, target, against } = view.explanation;
  const words = explained.map((word, index): ReadWord => ({ ...word, ...view.marks[index], index }));
  const attended = words.filter(({ attention }) => attention !== undefined && attention > 0).length;
  return {
    view,
    words,
    ranked: [...words].sort((a, b) => a.rank - b.rank),
    unit: unitOf(method, target, strings, against),
    evenShare: attended > 0 ? 1 / attended : undefined,
    hasDistance: words.some(({ distance }) => distance !== undefined),
  };
}
