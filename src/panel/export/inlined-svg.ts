import { escaped } from '../../shared/escaped';
import { paintOf, shortNumber } from './colours';

/** Properties that an element inherits, with their initial values (SVG 2). */
const INHERITED: Readonly<Record<string, string>> = {
  fill: '#000000',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'shape-rendering': 'auto',
  'paint-order': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
};

/** Attributes that only the page needs. */
const LEFT_BEHIND = /^(class|style|tabindex|width|height|data-.*|aria-.*|role)$/;
const GEOMETRY = /^(width|height)$/;

const PAINTS = new Set(['fill', 'stroke']);

type Styles = Readonly<Record<string, string>>;

/**
 * The elements of a chart as it is drawn now, as SVG that needs no style sheet: every colour, width and font of the
 * page stands in attributes, letters stay letters. Without the `<svg>` around it.
 */
export function inlinedSvg(svg: SVGSVGElement): string {
  const styles = stylesOf(getComputedStyle(svg));
  return `<g${changes(styles, INHERITED)}>${[...svg.children].map((child) => element(child, styles)).join('')}</g>`;
}

function element(source: Element, around: Styles): string {
  const computed = getComputedStyle(source);
  if (computed.display === 'none' || computed.visibility === 'hidden') return '';
  const styles = stylesOf(computed);
  const name = source.localName;
  const own = [...source.attributes]
    .filter(({ name: each }) => !(each in INHERITED) && (!LEFT_BEHIND.test(each) || GEOMETRY.test(each)))
    .map(({ name: each, value }) => attribute(each, value));
  const faint = computed.opacity === '1' ? '' : attribute('opacity', computed.opacity);
  const inside = [...source.childNodes].map((child) => content(child, styles)).join('');
  const start = `<${name}${own.join('')}${changes(styles, around)}${faint}`;
  return inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`;
}

/** The properties that differ from those of the parent element, as attributes. */
function changes(styles: Styles, around: Styles): string {
  return Object.keys(INHERITED)
    .filter((name) => styles[name] !== around[name])
    .map((name) => attribute(name, styles[name]))
    .join('');
}

function content(node: Node, styles: Styles): string {
  if (node instanceof Element) return element(node, styles);
  return node instanceof Text ? escaped(node.data) : '';
}

function stylesOf(computed: CSSStyleDeclaration): Styles {
  const styles: Record<string, string> = {};
  for (const name of Object.keys(INHERITED)) {
    const value = computed.getPropertyValue(name);
    styles[name] = /^[\d.]+px$/.test(value) ? shortNumber(Number.parseFloat(value)) : value.replaceAll('px', '');
  }
  for (const name of PAINTS) {
    const paint = paintOf(computed.getPropertyValue(name));
    if (!paint) continue;
    styles[name] = paint.colour;
    styles[`${name}-opacity`] = shortNumber(paint.opacity * Number(styles[`${name}-opacity`]));
  }
  return styles;
}

/** ` name="value"`. */
export function attribute(name: string, value: string | number): string {
  return ` ${name}="${escaped(typeof value === 'number' ? shortNumber(value) : value)}"`;
}
