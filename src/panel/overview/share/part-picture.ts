import { escaped } from '../../../shared/escaped';
import { paintOf, shortNumber } from '../../export/colours';
import { attribute, inlinedSvg } from '../../export/inlined-svg';
import { pngOf } from '../../export/png';
import { linesOf } from '../../export/text-lines';

const MARGIN = 16;
/** Controls, which are left out of pictures. */
const CONTROLS = '.acts, .unseen, .popover, [data-page-only], [aria-hidden="true"].tick';

interface Origin {
  readonly x: number;
  readonly y: number;
}

/**
 * A part of the page as a picture of its own: its charts, words and lines stand where they stand on the page, in its colours.
 * SVG as text, PNG in base64; undefined if it is too large to be drawn.
 */
export async function partPicture(part: HTMLElement, kind: 'svg' | 'png'): Promise<string | undefined> {
  const svg = partSvg(part);
  return kind === 'svg' ? svg : await pngOf(svg);
}

function partSvg(part: HTMLElement): string {
  const box = part.getBoundingClientRect();
  const origin = { x: box.left - MARGIN, y: box.top - MARGIN };
  const [width, height] = [Math.ceil(box.width + 2 * MARGIN), Math.ceil(box.height + 2 * MARGIN)];
  const content = [...grounds(part, origin), ...charts(part, origin), ...letters(part, origin)].join('');
  const name = part.dataset.name ?? '';
  const ground = paintOf(getComputedStyle(document.documentElement).backgroundColor) ?? {
    colour: '#ffffff',
    opacity: 1,
  };
  const size = attribute('width', width) + attribute('height', height) + attribute('viewBox', `0 0 ${width} ${height}`);
  const font = attribute('font-family', getComputedStyle(document.body).fontFamily);
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg"${size}${font} role="img"${attribute('aria-label', name)}><title>${escaped(name)}</title><rect width="100%" height="100%"${attribute('fill', ground.colour)}/>${content}</svg>
`;
}

const isDrawn = (element: Element): boolean =>
  element.closest(CONTROLS) === null && element.getClientRects().length > 0;

function charts(part: HTMLElement, { x, y }: Origin): string[] {
  return [...part.querySelectorAll('svg')].filter(isDrawn).map((svg) => {
    const { left, top } = svg.getBoundingClientRect();
    return `<g${attribute('transform', `translate(${shortNumber(left - x)} ${shortNumber(top - y)})`)}>${inlinedSvg(svg)}</g>`;
  });
}

/** Backgrounds of highlights and cells, and lines under rows. */
function grounds(part: HTMLElement, { x, y }: Origin): string[] {
  return [...part.querySelectorAll<HTMLElement>('td, th, .w, .cell, .box')].filter(isDrawn).flatMap((element) => {
    const style = getComputedStyle(element);
    const [ground, line] = [paintOf(style.backgroundColor), paintOf(style.borderBottomColor)];
    const thick = Number.parseFloat(style.borderBottomWidth);
    return [...element.getClientRects()].flatMap(({ left, top, width, height }) => [
      ground && ground.opacity > 0
        ? `<rect${attribute('x', left - x)}${attribute('y', top - y)}${attribute('width', width)}${attribute('height', height)}${attribute('fill', ground.colour)}${attribute('fill-opacity', ground.opacity)}/>`
        : '',
      line && thick > 0 && style.borderBottomStyle !== 'none'
        ? `<path${attribute('d', `M${shortNumber(left - x)} ${shortNumber(top + height - y - thick / 2)}h${shortNumber(width)}`)}${attribute('stroke', line.colour)}${attribute('stroke-opacity', line.opacity)}${attribute('stroke-width', thick)}${style.borderBottomStyle === 'dashed' ? attribute('stroke-dasharray', '4 2') : ''}/>`
        : '',
    ]);
  });
}

function letters(part: HTMLElement, { x, y }: Origin): string[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found: string[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent || parent.closest('svg') || !isDrawn(parent)) continue;
    const style = getComputedStyle(parent);
    const size = Number.parseFloat(style.fontSize);
    const paint = paintOf(style.color) ?? { colour: '#000000', opacity: 1 };
    for (const [from, to] of linesOf(node, range)) {
      const text = node.data.slice(from, to);
      if (text.trim() === '') continue;
      range.setStart(node, from);
      range.setEnd(node, to);
      const { left, top, height } = range.getBoundingClientRect();
      const at = attribute('x', left - x) + attribute('y', top - y + height / 2 + size * 0.35);
      const weight = style.fontWeight === '400' ? '' : attribute('font-weight', style.fontWeight);
      found.push(
        `<text${at}${attribute('font-size', size)}${weight}${attribute('fill', paint.colour)}${attribute('xml:space', 'preserve')}>${escaped(text)}</text>`,
      );
    }
  }
  return found;
}
