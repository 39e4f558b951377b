import * as v from 'valibot';
import type { DrawingPage } from '../../shared/protocol/export';

const charts = v.array(v.object({ id: v.string(), title: v.string() }));
const file = v.string();

/** The same page with its answers looked at: what a page sends is not trusted. */
export const checkedPage = (page: DrawingPage): DrawingPage => ({
  charts: async () => v.parse(charts, await page.charts()),
  draw: async (request) => v.parse(file, await page.draw(request)),
  report: async (request) => v.parse(file, await page.report(request)),
});
