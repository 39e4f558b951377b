import * as vscode from 'vscode';
import { toneOf } from '../../shared/emphasis';
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

/** The last explanations of this workspace, and the one that is pinned. */
export class Recents {
  private all: readonly Remembered[];
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
    this.keep();
  }

  find(key: string): Remembered | undefined {
    return this.all.find((each) => each.key === key);
  }

  pinOnly(remembered: Remembered | undefined): void {
    this.pin = remembered;
    this.keep();
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

  private keep(): void {
    const short = ({ explanation }: Remembered) => explanation.words.length <= KEPT_WORDS;
    void this.memory.update(RECENT, this.all.filter(short));
    void this.memory.update(PINNED, this.pin && short(this.pin) ? this.pin : undefined);
    this.changed.fire();
  }
}

export function keyOf({ place, explanation }: Omit<Remembered, 'key'>): string {
  const { text, model, method, target, against } = explanation;
  return [place.uri, model, method, target, against ?? '', text].join('\n');
}

/** Kept by an older version, perhaps. */
function isWhole(remembered: Partial<Remembered>): boolean {
  const { explanation, place, key } = remembered;
  return typeof key === 'string' && place !== undefined && Array.isArray(explanation?.words) && explanation.probabilities !== undefined; // prettier-ignore
}
