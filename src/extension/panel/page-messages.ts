import type { PageMessage } from '../../shared/protocol/panel';
import { STUDY_CALLS } from './studies';

type Checks = Readonly<Record<PageMessage['type'], (message: Record<string, unknown>) => boolean>>;

/** What each message must carry beside its type. By hand: a validating library would be a tenth of the host's bundle. */
const CHECKS: Checks = {
  ready: () => true,
  mark: ({ word }) => word === null || isCount(word),
  reveal: ({ word }) => isCount(word),
  explainAgain: ({ method, target, against }) =>
    [method, target, against].every((each) => each === undefined || typeof each === 'string'),
  study: ({ study }) => typeof study === 'string' && Object.hasOwn(STUDY_CALLS, study),
  stop: () => true,
  apply: ({ of, list, change }) => isCount(of) && (list === 'removals' || list === 'replacements') && isCount(change),
  copy: ({ text }) => typeof text === 'string',
  explainHere: () => true,
  openSample: () => true,
  showLog: () => true,
  export: () => true,
  charts: ({ request, charts }) => isCount(request) && Array.isArray(charts) && charts.every(isChart),
  drawn: ({ request, content }) => isCount(request) && (content === undefined || typeof content === 'string'),
  notDrawn: ({ request, reason }) => isCount(request) && (reason === undefined || typeof reason === 'string'),
  sections: ({ open }) => Array.isArray(open) && open.every((each) => typeof each === 'string'),
};

/** What the page sent, or undefined where it is not a message of ours. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type } = message;
  if (typeof type !== 'string' || !Object.hasOwn(CHECKS, type)) return undefined;
  return CHECKS[type as PageMessage['type']](message) ? (message as PageMessage) : undefined;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isChart(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof title === 'string';
}
