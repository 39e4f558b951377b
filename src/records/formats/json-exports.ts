import type { Field } from '../record';
import { fieldsOf } from './json-fields';

type Path = readonly (string | number)[];
type Values = Readonly<Record<string, unknown>>;

/** How one tool writes a record: what it is called, how it is known, and the fields that its record has. */
interface ToolExport {
  readonly name: string;
  is(value: Values): boolean;
  fields(value: Values, path: Path): Map<string, Field> | undefined;
}

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const without = (value: Values, ...keys: readonly string[]): Values =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

/** Labelling tools and feeds whose records are not simply fields. A new one is one more entry. */
const EXPORTS: readonly ToolExport[] = [
  {
    name: 'Label Studio',
    is: ({ data, annotations, completions }) =>
      isValues(data) && (Array.isArray(annotations) || Array.isArray(completions)),
    fields: ({ id, data, annotations, completions }, path) => {
      const fields = fieldsOf(data, [...path, 'data']);
      const key = Array.isArray(annotations) ? 'annotations' : 'completions';
      const found = choiceIn((annotations ?? completions) as readonly unknown[], [...path, key]);
      if (found) fields.set('label', found);
      if (typeof id === 'number' || typeof id === 'string') fields.set('id', { written: id, path: [...path, 'id'] });
      return fields;
    },
  },
  {
    name: 'Prodigy',
    is: ({ answer, _task_hash: task, _input_hash: input, accept }) =>
      typeof answer === 'string' && (task !== undefined || input !== undefined || Array.isArray(accept)),
    fields: (value, path) => {
      const { answer, accept, label } = value;
      const fields = fieldsOf(without(value, 'options', 'accept', 'label'), path);
      // What was rejected or ignored is not the text's label.
      if (answer !== 'accept') return fields;
      if (Array.isArray(accept) && accept.length === 1)
        fields.set('label', { written: String(accept[0]), path: [...path, 'accept', 0] });
      else if (typeof label === 'string') fields.set('label', { written: label, path: [...path, 'label'] });
      return fields;
    },
  },
  {
    name: 'doccano',
    is: (value) =>
      ['annotations', 'labels', 'cats'].some((key) => Array.isArray(value[key]) || isValues(value[key])) &&
      ['text', 'data'].some((key) => typeof value[key] === 'string'),
    fields: (value, path) => {
      const fields = fieldsOf(value, path);
      const { annotations, cats } = value;
      // spaCy: {"cats": {"POSITIVE": 1.0, "NEGATIVE": 0.0}}.
      if (isValues(cats)) {
        const on = Object.keys(cats).filter((name) => Number(cats[name]) >= 0.5);
        for (const name of Object.keys(cats)) fields.delete(`cats.${name}`);
        if (on.length === 1) fields.set('label', { written: on[0], path: [...path, 'cats', on[0]] });
      }
      const own = Array.isArray(annotations) && annotations.length === 1 ? (annotations[0] as unknown) : undefined;
      if (isValues(own) && own.label !== undefined && !fields.has('label')) {
        fields.set('label', { written: String(own.label), path: [...path, 'annotations', 0, 'label'] });
      }
      return fields;
    },
  },
  {
    name: 'Reddit',
    is: ({ kind, data, subreddit, body, selftext }) =>
      (typeof kind === 'string' && /^(t\d|more)$/.test(kind) && isValues(data)) ||
      (typeof subreddit === 'string' && (typeof body === 'string' || typeof selftext === 'string')),
    fields: (value, path) => {
      const { kind, data } = value;
      if (kind === 'more') return undefined;
      const [own, at] = isValues(data) ? [data, [...path, 'data']] : [value, path];
      const fields = fieldsOf(own, at);
      // Posts and comments have their text in different fields; a post may be its title alone. Votes are no stars.
      const text = ['body', 'selftext', 'title'].find((key) => typeof own[key] === 'string' && own[key].trim() !== '');
      if (text !== undefined) fields.set('text', { written: own[text] as string, path: [...at, text] });
      for (const key of ['body', 'selftext']) fields.delete(key);
      const votes = fields.get('score');
      fields.delete('score');
      if (votes) fields.set('votes', votes);
      return fields;
    },
  },
  {
    name: 'Telegram',
    is: ({ type, from_id: from, text_entities: entities }) =>
      type === 'service' || (type === 'message' && (from !== undefined || entities !== undefined)),
    fields: (value, path) => {
      // Pictures and stickers come without a text.
      if (value.type === 'service' || value.text === '') return undefined;
      const { from } = value;
      const fields = fieldsOf(without(value, 'text_entities', 'type', 'from'), path);
      if (typeof from === 'string') fields.set('speaker', { written: from, path: [...path, 'from'] });
      return fields;
    },
  },
  {
    name: 'Slack',
    is: ({ type, ts, user, bot_id: bot }) =>
      type === 'message' && typeof ts === 'string' && (typeof user === 'string' || typeof bot === 'string'),
    fields: (value, path) => {
      const { subtype, user } = value;
      if (typeof subtype === 'string' && /^(channel|group)_|^(bot_add|bot_remove|pinned_item)$/.test(subtype))
        return undefined;
      const fields = fieldsOf(without(value, 'blocks', 'user_profile', 'type', 'user'), path);
      if (typeof user === 'string') fields.set('speaker', { written: user, path: [...path, 'user'] });
      return fields;
    },
  },
  {
    name: 'chat messages',
    is: ({ messages }) => Array.isArray(messages) && messages.length > 0 && messages.every(isTurn),
    fields: (value, path) => {
      const turns = value.messages as readonly { readonly role: string; readonly content: string }[];
      const fields = fieldsOf(without(value, 'messages'), path);
      const last = (role: string) => turns.map((turn) => turn.role).lastIndexOf(role);
      const [asked, answered] = [last('user'), last('assistant')];
      const set = (name: string, at: number) =>
        at >= 0 && fields.set(name, { written: turns[at].content, path: [...path, 'messages', at, 'content'] });
      set('text', asked);
      // The answer is a label where the question is a text to be classified.
      if (answered > asked) set('label', answered);
      return fields;
    },
  },
];

const isTurn = (turn: unknown): boolean =>
  isValues(turn) && typeof turn.role === 'string' && typeof turn.content === 'string';

/** Whether a record is one of a tool that is known. */
export const isOfTool = (value: unknown): boolean => isValues(value) && EXPORTS.some((one) => one.is(value));

/** spaCy's `[text, {"cats": {…}}]`. */
const isPair = (value: unknown): value is readonly [string, Values] =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === 'string' &&
  isValues(value[1]) &&
  isValues(value[1].cats);

/** The one choice of a task of Label Studio: choices, a rating, or labels of the whole text. */
function choiceIn(annotations: readonly unknown[], path: Path): Field | undefined {
  for (const [i, annotation] of annotations.entries()) {
    const results = isValues(annotation) && annotation.was_cancelled !== true ? annotation.result : undefined;
    if (!Array.isArray(results)) continue;
    for (const [k, result] of results.entries()) {
      const value = isValues(result) ? result.value : undefined;
      if (!isValues(value)) continue;
      for (const key of ['choices', 'rating', 'number', 'taxonomy']) {
        const found = value[key];
        const one: unknown = Array.isArray(found)
          ? found.length === 1
            ? (found as unknown[]).flat()[0]
            : undefined
          : found;
        if (typeof one !== 'string' && typeof one !== 'number') continue;
        const at = [...path, i, 'result', k, 'value', key];
        return { written: one, path: Array.isArray(found) ? [...at, 0] : at };
      }
    }
  }
  return undefined;
}

/** The fields of one record; undefined if the tool that wrote it says that it is none. */
export function recordFields(value: unknown, path: Path): Map<string, Field> | undefined {
  // spaCy: [text, {"cats": …}].
  if (isPair(value)) {
    const fields = recordFields({ text: value[0], ...value[1] }, [...path, 1]);
    return fields?.set('text', { written: value[0], path: [...path, 0] });
  }
  const tool = isValues(value) ? EXPORTS.find((one) => one.is(value)) : undefined;
  return tool ? tool.fields(value as Values, path) : fieldsOf(value, path);
}
