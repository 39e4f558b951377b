/**
 * The tallest element, in pixels: some browsers cut off taller ones (from 17 million), others place their content
 * wrongly.
 */
const TALLEST = 8_000_000;
/** A scroll by so many pages or more comes from dragging the scroll bar; a smaller one from a wheel or a finger. */
const JUMP = 3;

interface Sizes {
  /** Of all rows together. */
  readonly total: number;
  /** Of what is in sight. */
  readonly view: number;
}

/**
 * Scrolling through more rows than an element may be tall. Where they fit, offsets are the element's own. Else the element
 * stands for all of them on a smaller scale: the thumb moves on that scale, wheels and fingers row by row, and at rest the
 * element is put where the rows are.
 */
export class ScaledScroll {
  /** Of the rows: how far the first pixel in sight is from the first row's. */
  offset = 0;
  private last = 0;

  constructor(private sizes: Sizes) {}

  resize(sizes: Sizes): void {
    this.sizes = sizes;
    this.offset = Math.min(this.offset, this.most);
  }

  get isScaled(): boolean {
    return this.sizes.total > TALLEST;
  }

  /** How tall the element is. */
  get height(): number {
    return Math.min(this.sizes.total, TALLEST);
  }

  /** The element was scrolled; true: it is to be put to `elementOffset` at once. */
  scrolled(top: number): boolean {
    const step = top - this.last;
    this.last = top;
    if (!this.isScaled) {
      this.offset = top;
      return false;
    }
    if (Math.abs(step) < JUMP * this.sizes.view) this.offset = this.clamped(this.offset + step);
    else this.offset = this.clamped((top / this.mostOfElement) * this.most);
    const isAtEdge = top <= 0 || top >= this.mostOfElement - 1;
    return isAtEdge && this.offset > 0 && this.offset < this.most;
  }

  /** Goes to an offset of the rows; gives where the element is then to be. */
  go(offset: number): number {
    this.offset = this.clamped(offset);
    return this.settle();
  }

  /** Where the element stands for what is in sight; what it is set to is no step of a person's. */
  settle(): number {
    this.last = this.elementOffset;
    return this.last;
  }

  private get elementOffset(): number {
    if (!this.isScaled) return this.offset;
    return this.most > 0 ? (this.offset / this.most) * this.mostOfElement : 0;
  }

  private get most(): number {
    return Math.max(0, this.sizes.total - this.sizes.view);
  }

  private get mostOfElement(): number {
    return Math.max(1, this.height - this.sizes.view);
  }

  private clamped(offset: number): number {
    return Math.min(this.most, Math.max(0, offset));
  }
}
