import type { ShownChart } from '../../shared/protocol/export';
import { inlinedSvg } from './inlined-svg';
import type { Drawn } from './picture';
import { stripPicture } from './strip-picture';

/** A figure of the page that is a chart now (not its table). */
interface Shown extends ShownChart {
  readonly draw: () => Drawn;
}

/** What can be exported as a picture: every chart that stands open, and the marked text; in the order of the page. */
export function shownCharts(root: ParentNode): Shown[] {
  return [...root.querySelectorAll<HTMLElement>('[data-figure]')].flatMap((figure): Shown[] => {
    const { figure: id = '', title = '' } = figure.dataset;
    const charts = [...figure.querySelectorAll<SVGSVGElement>('.chart svg[role="img"]')];
    if (charts.length > 0) return charts.map((svg, at) => ({ id: `${id}.${at}`, title, draw: () => drawn(svg) }));
    const strip = figure.querySelector<HTMLElement>('.strip');
    return strip ? [{ id, title, draw: () => stripPicture(strip) }] : [];
  });
}

function drawn(svg: SVGSVGElement): Drawn {
  return { width: svg.width.baseVal.value, height: svg.height.baseVal.value, content: inlinedSvg(svg) };
}
