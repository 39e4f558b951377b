import { escaped } from '../../shared/escaped';
import type { Paint } from './colours';
import { attribute } from './inlined-svg';

/** A chart in its own coordinates, pixels from its upper left corner. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  /** SVG elements. */
  readonly content: string;
}

/** One or several charts in one picture, below each other. */
export interface PictureParts {
  readonly charts: readonly (Drawn & { readonly title: string })[];
  /** What was explained and how, in one line below the charts. */
  readonly source: string;
  /** The alternative text: what the picture shows. */
  readonly label: string;
  readonly font: string;
  readonly colours: { readonly backgroundPaint: Paint; readonly text: Paint; readonly muted: Paint };
}

const MARGIN = 16;
const TITLE = 28;
const GAP = 24;
const SOURCE = 20;

/** A whole SVG file. */
export function pictureSvg({ charts, source, label, font, colours }: PictureParts): string {
  const width = Math.ceil(Math.max(...charts.map((chart) => chart.width)) + 2 * MARGIN);
  let y = MARGIN;
  const body = charts.map((chart) => {
    const title = line(chart.title, y + 14, 13, 600, colours.text);
    const from = y + TITLE;
    y = from + chart.height + GAP;
    return `${title}<g${attribute('transform', `translate(${MARGIN} ${from})`)}>${chart.content}</g>`;
  });
  const height = Math.ceil(y - GAP + SOURCE + MARGIN);
  const below = line(source, height - MARGIN, 11, 400, colours.muted);
  const size = `${attribute('width', width)}${attribute('height', height)}${attribute('viewBox', `0 0 ${width} ${height}`)}`;
  const written = `${attribute('font-family', font)}${attribute('font-size', 12)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg"${size}${written} role="img"${attribute('aria-label', label)}><title>${escaped(label)}</title><rect width="100%" height="100%"${painted(colours.backgroundPaint)}/>${body.join('')}${below}</svg>
`;
}

function line(text: string, y: number, size: number, weight: number, colour: Paint): string {
  const font = `${attribute('font-size', size)}${attribute('font-weight', weight)}${painted(colour)}`;
  return `<text${attribute('x', MARGIN)}${attribute('y', y)}${font}>${escaped(text)}</text>`;
}

function painted({ colour, opacity }: Paint): string {
  return attribute('fill', colour) + (opacity < 1 ? attribute('fill-opacity', opacity) : '');
}
