import { escaped } from '../../shared/escaped';
import { paintOf, shortNumber } from './colours';
import { attribute } from './inlined-svg';
import type { Drawn } from './picture';
import { linesOf } from './text-lines';

/** Room for an outline at the left and right edge. */
const EDGE = 2;

/** The marked text as a picture: its words stand where the page has them, with their grounds, lines and figures. */
export function stripPicture(strip: HTMLElement): Drawn {
  const { style } = strip;
  const before = style.cssText;
  // All of a long text, not only what it is scrolled to.
  style.maxHeight = 'none';
  style.overflow = 'visible';
  try {
    const box = strip.getBoundingClientRect();
    const origin = { x: box.left - EDGE, y: box.top };
    const marks = [...strip.querySelectorAll<HTMLElement>('.h')].map((each) => mark(each, origin));
    const letters = fragments(strip).map((fragment) => written(fragment, origin));
    return { width: box.width + 2 * EDGE, height: box.height, content: [...marks, ...letters].join('') };
  } finally {
    style.cssText = before;
  }
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The ground of a highlight, the line below it, the outline of the strongest, its arrow and its figure. */
function mark(highlight: HTMLElement, origin: Place): string {
  const style = getComputedStyle(highlight);
  const dashed = style.borderBottomStyle === 'dashed';
  const line = Number.parseFloat(style.borderBottomWidth);
  const outlined = style.outlineStyle !== 'none' && highlight.classList.contains('s4');
  const rects = [...highlight.getClientRects()].filter(({ width }) => width > 0);
  const boxes = rects.map(({ left, top, width, height }) => {
    const [x, y] = [left - origin.x, top - origin.y];
    const ground = rectangle(x, y, width, height, fill(style.backgroundColor));
    const dash = dashed ? attribute('stroke-dasharray', `${2 * line} ${line}`) : '';
    const path = attribute('d', `M${shortNumber(x)} ${shortNumber(y + height - line / 2)}h${shortNumber(width)}`);
    const below = `<path${path}${stroke(style.borderBottomColor)}${attribute('stroke-width', line)}${dash}/>`;
    const thin =
      attribute('fill', 'none') + stroke(style.outlineColor) + (dash && attribute('stroke-dasharray', '3 2'));
    return ground + below + (outlined ? rectangle(x - 0.5, y - 0.5, width + 1, height + 1, thin) : '');
  });
  return boxes.join('') + drawnSigns(highlight, rects, origin);
}

/** What the style sheet draws inside a highlight. It is no part of the text, so its position cannot be asked for. */
function drawnSigns(highlight: HTMLElement, rects: readonly DOMRect[], origin: Place): string {
  const [first, last] = [rects.at(0), rects.at(-1)];
  if (!first || !last) return '';
  const { arrow, points } = highlight.dataset;
  const padding = Number.parseFloat(getComputedStyle(highlight).paddingLeft);
  const [before, after] = ['::before', '::after'].map((part) => getComputedStyle(highlight, part));
  const line = (box: DOMRect) => box.top - origin.y + ascent(getComputedStyle(highlight)) + 1;
  const signs = [
    arrow && `<text${attribute('x', first.left + padding - origin.x)}${attribute('y', line(first) - 2)}${attribute('font-size', Number.parseFloat(before.fontSize))}${fill(before.color)}>${arrow}</text>`,
    points && `<text${attribute('x', last.right - padding - origin.x)}${attribute('y', line(last))}${attribute('text-anchor', 'end')}${attribute('font-size', Number.parseFloat(after.fontSize))}${fill(after.color)}>${escaped(points)}</text>`,
  ]; // prettier-ignore
  return signs.filter((sign) => sign).join('');
}

/** Letters that stand in one line. */
interface Fragment {
  readonly text: string;
  readonly box: DOMRect;
  readonly style: CSSStyleDeclaration;
}

function fragments(strip: HTMLElement): Fragment[] {
  const walker = document.createTreeWalker(strip, NodeFilter.SHOW_TEXT);
  const found: Fragment[] = [];
  const range = document.createRange();
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const style = getComputedStyle(node.parentElement ?? strip);
    for (const [from, to] of linesOf(node, range)) {
      range.setStart(node, from);
      range.setEnd(node, to);
      const text = node.data.slice(from, to);
      if (text.trim() !== '') found.push({ text, box: range.getBoundingClientRect(), style });
    }
  }
  return found;
}

function written({ text, box, style }: Fragment, origin: Place): string {
  const at = `${attribute('x', box.left - origin.x)}${attribute('y', box.top + ascent(style) - origin.y)}`;
  return `<text${at}${attribute('font-size', Number.parseFloat(style.fontSize))}${fill(style.color)}${attribute('xml:space', 'preserve')}>${escaped(text)}</text>`;
}

let canvas: CanvasRenderingContext2D | null = null;

/** From the upper edge of a line's letters to the line that they stand on, in pixels. */
function ascent({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return Number.parseFloat(fontSize);
  canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  return canvas.measureText('x').fontBoundingBoxAscent;
}

function rectangle(x: number, y: number, width: number, height: number, paint: string): string {
  return `<rect${attribute('x', x)}${attribute('y', y)}${attribute('width', width)}${attribute('height', height)}${paint}/>`;
}

function fill(computed: string): string {
  return painted('fill', computed);
}

function stroke(computed: string): string {
  return painted('stroke', computed);
}

function painted(what: 'fill' | 'stroke', computed: string): string {
  const paint = paintOf(computed);
  if (!paint || paint.opacity === 0) return attribute(what, 'none');
  return attribute(what, paint.colour) + (paint.opacity < 1 ? attribute(`${what}-opacity`, paint.opacity) : '');
}
