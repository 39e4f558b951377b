import { SaxesParser } from 'saxes';
import { rowErrorText } from '../../shared/file-errors';
import { rankOfTextName } from '../columns/names';
import { lineCounter, placeIn } from '../place';
import type { Field, RawRow } from '../record';
import { DocumentParser } from './document';
import { textOfHtml } from './markup';

const MOST_FIELDS = 200;

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
  /** Of its content. */
  readonly start: number;
  end: number;
}

/** What an element of a record holds, and where that stands. */
type Spans = Map<string, readonly [start: number, end: number]>;

/**
 * XML that has the same element again and again: reviews in an export, items of a feed, sentences of a corpus. Fields are
 * what stands in and below an element: `text`, `author.name`, attributes by their names.
 */
export class XmlParser extends DocumentParser {
  constructor() {
    super('longDocument');
  }

  protected rowsOf(xml: string): RawRow[] {
    const root = rootOf(xml);
    if (!root) return [{ line: 1, error: rowErrorText('badXml') }];
    const records = recordsIn(root, xml);
    if (records.length === 0) return [{ line: 1, error: rowErrorText('noElements') }];
    const lines = lineCounter(xml);
    return records.map((record) => rowOf(record, xml, lines(record.start)));
  }
}

/** The tree of a document; what is there of one that is cut off. */
function rootOf(xml: string): Element | undefined {
  const root: Element = { name: '', attributes: {}, children: [], text: '', start: 0, end: 0 };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false, position: true });
  let isBad = false;
  parser.on('error', () => (isBad = true));
  parser.on('opentag', ({ name, attributes }) => {
    const start = parser.position;
    const element: Element = { name: name.slice(name.indexOf(':') + 1), attributes, children: [], text: '', start, end: start }; // prettier-ignore
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const element = open.length > 1 ? open.pop() : undefined;
    if (element) element.end = Math.max(element.start, xml.lastIndexOf('</', parser.position - 1));
  });
  const add = (text: string) => (open.at(-1)!.text += text);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return isBad && root.children.length === 0 ? undefined : root;
}

/** The elements that are records: the siblings of one name that come most often and hold a text. */
function recordsIn(root: Element, xml: string): readonly Element[] {
  const byPath = new Map<string, Element[]>();
  const walk = (element: Element, path: string): void => {
    for (const child of element.children) {
      const own = `${path}/${child.name}`;
      const found = byPath.get(own);
      if (found) found.push(child);
      else byPath.set(own, [child]);
      walk(child, own);
    }
  };
  walk(root, '');
  let best: { readonly elements: readonly Element[]; readonly worth: number } | undefined;
  for (const elements of byPath.values()) {
    const fields = elements.slice(0, 20).map((element) => fieldsOf(element, xml));
    // The text of an element alone is one if the element is called so.
    const named = (name: string): number => rankOfTextName(name === 'text' ? elements[0].name : name);
    const holds = Math.max(0, ...fields.flatMap((found) => [...found.keys()].map((name) => (isLeaf(elements[0]) ? named(name) : rankOfTextName(name))))); // prettier-ignore
    const words = fields.some((found) => [...found.values()].some(({ written }) => /\S\s+\S|\p{Script=Han}{2}/u.test(String(written)))); // prettier-ignore
    // An element that occurs once is taken as the record only where no element occurs more often.
    const worth = (elements.length > 1 ? elements.length : 0.5) * (holds > 0 ? 4 * holds : words ? 1 : 0);
    if (worth > (best?.worth ?? 0)) best = { elements, worth };
  }
  return best?.elements ?? [];
}

const isLeaf = ({ children }: Element): boolean => children.length === 0;

/** Attributes and inner elements by their dotted names; an element alone is a text. */
function fieldsOf(record: Element, xml: string, spans?: Spans): Map<string, Field> {
  const fields = new Map<string, Field>();
  const set = (name: string, written: string, span?: readonly [number, number]): void => {
    if (written.trim() === '' || fields.size >= MOST_FIELDS || fields.has(name)) return;
    fields.set(name, {
      written: /^\s*<\?xml/.test(written) ? textOfHtml(written.replace(/^\s*<\?xml[^>]*>/, '')) : written.trim(),
      path: [],
    });
    if (span) spans?.set(name, span);
  };
  const gather = (element: Element, prefix: string): void => {
    for (const [name, value] of Object.entries(element.attributes)) set(prefix + name, value);
    // What stands between inner elements is the text of a sentence with marks in it.
    if (element.text.trim() !== '')
      set(prefix === '' ? 'text' : prefix.slice(0, -1), isLeaf(element) ? element.text : textOfHtml(xml.slice(element.start, element.end)), [element.start, element.end]); // prettier-ignore
    else for (const child of element.children) gather(child, `${prefix}${child.name}.`);
  };
  gather(record, '');
  return fields;
}

function rowOf(record: Element, xml: string, line: number): RawRow {
  const spans: Spans = new Map();
  const fields = fieldsOf(record, xml, spans);
  const value = Object.fromEntries([...fields].map(([name, { written }]) => [name, written]));
  return {
    line,
    fields,
    value,
    place: (of) => {
      const span = typeof of === 'string' ? spans.get(of) : undefined;
      if (!span) return undefined;
      const source = xml.slice(...span);
      const inner = /^\s*<!\[CDATA\[([^]*?)\]\]>\s*$/.exec(source)?.[1];
      const [start, text] = inner === undefined ? [span[0], source] : [span[0] + source.indexOf('[CDATA[') + 7, inner];
      const before = text.length - text.trimStart().length;
      return placeIn(xml, start + before, start + text.trimEnd().length);
    },
  };
}
