import type { ComponentChildren } from 'preact';

/** `{0}` … of a template, filled in with elements. */
export function filledWith(template: string, ...elements: readonly ComponentChildren[]): ComponentChildren[] {
  return template.split(/(\{\d\})/).map((part) => (/^\{\d\}$/.test(part) ? elements[Number(part[1])] : part));
}
