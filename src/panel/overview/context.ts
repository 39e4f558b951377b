import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OverviewPageMessage } from '../../shared/protocol/overview';
import type { OverviewStrings } from '../../shared/strings/overview-page';
import type { Measure } from '../charts/measure';
import type { Layout } from '../explanation/layout';
import { capitalised, fill, fixed } from '../wording/format';
import { labelName } from '../wording/names';

/** What every part of the overview needs. */
export interface OverviewPageState {
  readonly strings: OverviewStrings;
  readonly layout: Layout;
  readonly measure: Measure;
  readonly send: (message: OverviewPageMessage) => void;
  readonly say: Wording;
}

/** Figures and names as the page prints them. */
export interface Wording {
  readonly count: (value: number) => string;
  /** One decimal below 10 %, none above where `decimals` is left out. */
  readonly percent: (share: number, decimals?: number) => string;
  readonly probability: (value: number) => string;
  readonly label: (label: string) => string;
  readonly Label: (label: string) => string;
}

export function wordingOf(strings: OverviewStrings, language: string): Wording {
  const label = (name: string) => labelName(name, strings);
  return {
    count: (value) => value.toLocaleString(language),
    percent: (share, decimals = 0) => fill(strings.percent, fixed(100 * share, decimals)),
    probability: (value) => fixed(value),
    label,
    Label: (name) => capitalised(label(name)),
  };
}

const OverviewContext = createContext<OverviewPageState | undefined>(undefined);

export const OverviewProvider = OverviewContext.Provider;

export function useOverviewPage(): OverviewPageState {
  const page = useContext(OverviewContext);
  if (!page) throw new Error('A part of the overview stands outside of OverviewProvider.');
  return page;
}
