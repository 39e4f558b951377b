/**
 * Which word's row stands in which slot of a cache. A full cache gives up a slot that was not used since the hand
 * came by last (second chance), never one of the stretch of text that is being looked up.
 */
export class Slots {
  private readonly slotOf: Int32Array;
  private readonly wordIn: Int32Array;
  /** The stretch in which a slot was last used. */
  private readonly usedIn: Int32Array;
  private readonly spared: Uint8Array;
  private stretch = 0;
  private hand = -1;

  constructor(
    words: number,
    private readonly count: number,
  ) {
    this.slotOf = new Int32Array(words).fill(-1);
    this.wordIn = new Int32Array(count).fill(-1);
    this.usedIn = new Int32Array(count);
    this.spared = new Uint8Array(count);
  }

  /** From now on, the slots that are asked for stay until the next stretch: at most `count` different words. */
  beginStretch(): void {
    this.stretch++;
  }

  /** The slot of a word: of one that has none, the complement (`~slot`) of the one it is given. */
  find(word: number): number {
    const known = this.slotOf[word];
    const slot = known < 0 ? this.give(word) : known;
    this.usedIn[slot] = this.stretch;
    this.spared[slot] = 1;
    return known < 0 ? ~slot : slot;
  }

  /** Forgets every word. */
  clear(): void {
    this.slotOf.fill(-1);
    this.wordIn.fill(-1);
    this.usedIn.fill(0);
    this.spared.fill(0);
    this.hand = -1;
  }

  private give(word: number): number {
    const slot = this.free();
    if (this.wordIn[slot] >= 0) this.slotOf[this.wordIn[slot]] = -1;
    this.wordIn[slot] = word;
    this.slotOf[word] = slot;
    return slot;
  }

  private free(): number {
    for (;;) {
      this.hand = (this.hand + 1) % this.count;
      if (this.usedIn[this.hand] === this.stretch) continue;
      if (!this.spared[this.hand]) return this.hand;
      this.spared[this.hand] = 0;
    }
  }
}
