import type { OverviewPageMessage } from '../../shared/protocol/overview';

type Fields = Record<string, unknown>;
type Checks = Readonly<Record<OverviewPageMessage['type'], (message: Fields) => boolean>>;

const isRow = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1;

const CHECKS: Checks = {
  ready: () => true,
  filter: ({ filter }) => typeof filter === 'object' && filter !== null && Object.values(filter).every(isPlain),
  openRow: ({ row }) => isRow(row),
  decide: ({ row, label }) => isRow(row) && (label === null || typeof label === 'string'),
  chooseLabels: () => true,
  runAgain: () => true,
  measure: () => true,
  saveCopy: () => true,
  exportTraining: () => true,
  copy: ({ text }) => typeof text === 'string',
  showLog: () => true,
};

/** What the overview sent, or undefined where it is not a message of ours. */
export function readOverviewMessage(message: unknown): OverviewPageMessage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type } = message;
  if (typeof type !== 'string' || !Object.hasOwn(CHECKS, type)) return undefined;
  return CHECKS[type as OverviewPageMessage['type']](message) ? (message as OverviewPageMessage) : undefined;
}

function isPlain(value: unknown): boolean {
  const isText = (each: unknown): boolean => typeof each === 'string';
  return isText(value) || (Array.isArray(value) && value.every(isText));
}
