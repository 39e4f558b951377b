import { pageContext } from '../page/page-context';
import type { PanelToHost } from '../../shared/protocol/panel-to-host';
import type { Notifier } from '../../shared/rpc/notifications';
import type { Sheet } from '../../shared/protocol/sheets';
import type { PageStrings } from '../../shared/strings/explanation-page';
import type { Measure } from '../charts/measure';
import type { PageLayout } from './layout';

/** The state that every part of the page needs. */
export interface Page {
  readonly strings: PageStrings;
  readonly layout: PageLayout;
  readonly measure: Measure;
  /** Sends notifications to the host. */
  readonly host: Notifier<PanelToHost>;
  /** Opens a sheet in the place of the explanation. */
  readonly onSheet: (sheet: Sheet) => void;
  /** Charts that show their table. */
  readonly tables: readonly string[];
  readonly toggleTable: (chart: string) => void;
  /** Drawn for a file: nothing in it can be pressed; charts alone, or with the tables behind them. */
  readonly printed?: 'charts' | 'tables';
}

export const [PageProvider, usePage] = pageContext<Page>('explanation');
