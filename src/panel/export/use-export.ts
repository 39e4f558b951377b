import { useLayoutEffect, useRef } from 'preact/hooks';
import * as v from 'valibot';
import type { DrawingPage, DrawRequest, ReportRequest } from '../../shared/protocol/export';
import { Answerer } from '../../shared/rpc/answerer';
import { readCall } from '../../shared/rpc/message-schemas';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { SaliencyError } from '../../shared/saliency-error';
import type { Page } from '../explanation/page-context';
import type { VsCodeApi } from '../page/vscode-api';
import { drawCharts, listedCharts } from './draw-charts';
import type { DrawnExplanation } from './drawn-apart';
import { pngOf } from './png';
import { htmlReport } from './report';

interface ExportParts {
  readonly page: Page;
  /** Undefined: nothing is shown. */
  readonly reported: DrawnExplanation | undefined;
  readonly language: string;
}

/** Answers the host, which asks for files of what the page shows. */
export function useExport(api: VsCodeApi, parts: () => ExportParts): void {
  const now = useRef(parts);
  now.current = parts;
  useLayoutEffect(() => {
    const answerer = new Answerer(
      drawingPage(() => now.current()),
      (message) => api.postMessage(message),
    );
    const heard = ({ data }: MessageEvent) => {
      const call = readCall(data);
      if (call) answerer.receive(call);
    };
    window.addEventListener('message', heard);
    return () => window.removeEventListener('message', heard);
  }, []);
}

const variables = v.record(v.string(), v.string());
const contributed = v.object({ light: variables, dark: variables });
const drawSchema: v.GenericSchema<unknown, DrawRequest> = v.object({
  format: v.picklist(['svg', 'png']),
  chart: v.optional(v.string()),
  colours: v.picklist(['light', 'editor']),
  contributed,
});
const reportSchema: v.GenericSchema<unknown, ReportRequest> = v.object({
  style: v.string(),
  contributed,
  language: v.optional(v.string()),
  strings: v.optional(v.custom<PageStrings>((value) => typeof value === 'object' && value !== null)),
});

/** Each call is about what the page shows when the call comes. */
function drawingPage(now: () => ExportParts): DrawingPage {
  const shown = () => {
    const { reported, ...rest } = now();
    if (!reported) throw notDrawn();
    return { reported, ...rest };
  };
  return {
    charts: async () => {
      const { reported, page } = shown();
      return Promise.resolve(listedCharts(reported, page));
    },
    draw: async (asked) => {
      const request = v.parse(drawSchema, asked);
      const { reported, page } = shown();
      const svg = drawCharts(reported, page, request);
      if (svg === undefined) throw notDrawn();
      const picture = request.format === 'svg' ? svg : await pngOf(svg);
      if (picture === undefined) throw new SaliencyError('The picture would be too large.', 'picture-too-large');
      return picture;
    },
    report: async (asked) => {
      const request = v.parse(reportSchema, asked);
      const { reported, page, language } = shown();
      return Promise.resolve(htmlReport(reported, page, request, language));
    },
  };
}

const notDrawn = (): SaliencyError => new SaliencyError('Nothing is shown that could be drawn.', 'not-drawn');
