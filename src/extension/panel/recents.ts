import * as vscode from 'vscode';
import { toneOf } from '../../shared/tone';
import type { Explanation } from '../../shared/explanation';
import type { Place } from '../../shared/protocol/panel';
import type { RecentExplanation } from '../../shared/protocol/sheets';

/** An explanation that was made before, with where its text stood. */
export interface Remembered {
  readonly key: string;
  readonly time: string;
  readonly place: Place;
  readonly explanation: Explanation;
}

/** In the workspace's memory. */
const RECENT = 'saliency.panel.recent';
const PINNED = 'saliency.panel.pinned';
const MOST = 20;
/** Longer texts are remembered while the window is open, not beyond. */
const KEPT_WORDS = 800;
const SHOWN = 120;
/** The memory takes a copy of all of them each time: it is written when explanations come in no more, or once in a while. */
const KEEP_MS = 500;

/** The last explanations of this workspace, and the one that is pinned. */
export class Recents implements vscode.Disposable {
  private all: readonly Remembered[];
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private pin: Remembered | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.all = memory.get<readonly Remembered[]>(RECENT, []).filter(isWhole);
    this.pin = [memory.get<Remembered>(PINNED)].find((each) => each !== undefined && isWhole(each));
  }

  get pinned(): Remembered | undefined {
    return this.pin;
  }

  /** The same text at the same place, asked the same, is remembered once. */
  add(remembered: Omit<Remembered, 'key'>): void {
    const key = keyOf(remembered);
    this.all = [{ ...remembered, key }, ...this.all.filter((each) => each.key !== key)].slice(0, MOST);
    this.keeping ??= setTimeout(() => this.keep(), KEEP_MS);
    this.changed.fire();
  }

  /** Forgets what a model that is no more has said. */
  forgetModel(model: string): void {
    this.all = this.all.filter(({ explanation }) => explanation.model !== model);
    this.keep();
    if (this.pin?.explanation.model === model) this.pinOnly(undefined);
    else this.changed.fire();
  }

  find(key: string): Remembered | undefined {
    return this.all.find((each) => each.key === key);
  }

  pinOnly(remembered: Remembered | undefined): void {
    this.pin = remembered;
    void this.memory.update(PINNED, remembered && isShort(remembered) ? remembered : undefined);
    this.changed.fire();
  }

  list(): RecentExplanation[] {
    return this.all.map(({ key, time, place, explanation }) => ({
      ...{ key, time, file: place.file, line: place.line },
      text: explanation.text.slice(0, SHOWN).replace(/\s+/g, ' '),
      label: explanation.label,
      tone: toneOf(explanation, explanation.label),
      probability: explanation.probabilities[explanation.label],
      pinned: key === this.pin?.key,
    }));
  }

  /** What was added a moment ago is kept, too. */
  dispose(): void {
    if (this.keeping !== undefined) this.keep();
    this.changed.dispose();
  }

  private keep(): void {
    clearTimeout(this.keeping);
    this.keeping = undefined;
    void this.memory.update(RECENT, this.all.filter(isShort));
  }
}

const isShort = ({ explanation }: Remembered): boolean => explanation.words.length <= KEPT_WORDS;

export function keyOf({ place, explanation }: Omit<Remembered, 'key'>): string {
  const { text, model, method, target, against } = explanation;
  return [place.uri, model, method, target, against ?? '', text].join('\n');
}

/** Kept by an older version, perhaps. */
function isWhole(remembered: Partial<Remembered>): boolean {
  const { explanation, place, key } = remembered;
  return typeof key === 'string' && place !== undefined && Array.isArray(explanation?.words) && explanation.probabilities !== undefined; // prettier-ignore
}
