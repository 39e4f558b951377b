import { SaxesParser } from 'saxes';

/** Called with the elements of an XML document in order; names have no prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads an XML document from end to end. @throws Error where it is damaged */
export function readXml(xml: string, { open, close, text }: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => open?.(local(name), attributes));
  parser.on('closetag', ({ name }) => close?.(local(name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.write(xml).close();
}
