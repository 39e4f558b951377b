import * as v from 'valibot';
import type { ExportOrder } from '../../shared/protocol/export';

const variables = v.record(v.string(), v.string());
const contributed = v.object({ light: variables, dark: variables });

const request = v.pipe(v.number(), v.integer());

const schema: v.GenericSchema<unknown, ExportOrder> = v.variant('type', [
  v.object({ type: v.literal('listCharts'), request }),
  v.object({
    type: v.literal('draw'),
    request,
    format: v.picklist(['svg', 'png']),
    chart: v.optional(v.string()),
    colours: v.picklist(['light', 'editor']),
    contributed,
  }),
  v.object({ type: v.literal('report'), request, style: v.string(), contributed }),
]);

/** What the host asks the page to export, or undefined where it is another message. */
export function readOrder(message: unknown): ExportOrder | undefined {
  const result = v.safeParse(schema, message);
  return result.success ? result.output : undefined;
}
