import { useEffect, useRef } from 'preact/hooks';
import type { ExportAnswer, ExportOrder } from '../../shared/protocol/export';
import type { Page } from '../explanation/page-context';
import { drawCharts, listedCharts } from './draw-charts';
import type { Reported } from './drawn-apart';
import { readOrder } from './orders';
import { pngOf } from './png';
import { htmlReport } from './report';

interface ExportParts {
  readonly page: Page;
  /** Undefined: nothing is shown. */
  readonly reported: Reported | undefined;
  readonly language: string;
}

/** Answers what the host asks for files of what the page shows. */
export function useExport(parts: () => ExportParts): void {
  const now = useRef(parts);
  now.current = parts;
  useEffect(() => {
    const listen = async (event: MessageEvent) => {
      const order = readOrder(event.data);
      if (!order) return;
      const given = now.current();
      given.page.send(await answer(order, given).catch((error: unknown) => failure(order, error)));
    };
    const heard = (event: MessageEvent) => void listen(event);
    window.addEventListener('message', heard);
    return () => window.removeEventListener('message', heard);
  }, []);
}

async function answer(order: ExportOrder, { page, reported, language }: ExportParts): Promise<ExportAnswer> {
  const { request } = order;
  if (!reported) return { type: 'notDrawn', request };
  switch (order.type) {
    case 'listCharts':
      return { type: 'charts', request, charts: listedCharts(reported, page) };
    case 'draw': {
      const svg = drawCharts(reported, page, order);
      if (svg === undefined) return { type: 'notDrawn', request };
      return { type: 'drawn', request, content: order.format === 'svg' ? svg : await pngOf(svg) };
    }
    case 'report':
      return { type: 'drawn', request, content: htmlReport(reported, page, order, language) };
  }
}

function failure({ request }: ExportOrder, error: unknown): ExportAnswer {
  return { type: 'notDrawn', request, reason: error instanceof Error ? error.message : String(error) };
}
