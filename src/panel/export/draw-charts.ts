import type { DrawRequest, ShownChart } from '../../shared/protocol/export';
import { layoutFor } from '../explanation/layout';
import type { Page } from '../explanation/page-context';
import { capitalised } from '../../shared/strings/capitalised';
import { drawApart, explanationContent, type DrawnExplanation } from './drawn-apart';
import { paintOf, type Paint } from './colours';
import { paletteOf, withColours } from './palette';
import { pictureSvg } from './picture';
import { pictureLabel, sourceLine } from './source-line';
import { shownCharts } from './shown-charts';

/** Pixels: each chart names its words itself, and is as wide as a column of a page. */
const WIDTH = 560;

/** The charts that can be exported: those of open sections, in the order of the page. */
export function listedCharts(reported: DrawnExplanation, page: Page): ShownChart[] {
  return drawApart(explanationContent(reported), page, layoutFor(WIDTH), (room) =>
    shownCharts(room).map(({ id, title }) => ({ id, title: capitalised(title) })),
  );
}

/** One chart or all of them as an SVG file; undefined if the chart is not shown any more. */
export function drawCharts(
  reported: DrawnExplanation,
  page: Page,
  { chart, colours, contributed }: DrawRequest,
): string | undefined {
  const { shown } = reported;
  return withColours(colours === 'light' ? paletteOf('light', contributed) : undefined, () =>
    drawApart(explanationContent(reported), page, layoutFor(WIDTH), (room) => {
      const charts = shownCharts(room).filter(({ id }) => chart === undefined || id === chart);
      if (charts.length === 0) return undefined;
      return pictureSvg({
        charts: charts.map(({ title, draw }) => ({ title: capitalised(title), ...draw() })),
        source: sourceLine(shown, page.strings),
        label: pictureLabel(shown, page.strings),
        font: getComputedStyle(document.body).fontFamily,
        colours: { backgroundPaint: ground(), text: textPaint(''), muted: textPaint('m') },
      });
    }),
  );
}

const BLACK: Paint = { colour: '#000000', opacity: 1 };
const WHITE: Paint = { colour: '#ffffff', opacity: 1 };

export function ground(): Paint {
  return paintOf(getComputedStyle(document.documentElement).backgroundColor) ?? WHITE;
}

/** The colour that letters of this class have. */
export function textPaint(name: string): Paint {
  const probe = document.createElement('span');
  probe.className = name;
  document.body.append(probe);
  const paint = paintOf(getComputedStyle(probe).color);
  probe.remove();
  return paint ?? BLACK;
}
