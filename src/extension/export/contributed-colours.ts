import type * as vscode from 'vscode';
import type { ContributedColours } from '../../shared/protocol/export';

interface Colour {
  readonly id: string;
  readonly defaults: { readonly light: string; readonly dark: string };
}

/** The colours of the extension's own manifest, as the page's variables. */
export function contributedColours({
  packageJSON,
}: Pick<vscode.Extension<unknown>, 'packageJSON'>): ContributedColours {
  const { colors } = (packageJSON as { readonly contributes: { readonly colors: readonly Colour[] } }).contributes;
  const variables = (kind: 'light' | 'dark') =>
    Object.fromEntries(colors.map(({ id, defaults }) => [`--vscode-${id.replaceAll('.', '-')}`, defaults[kind]]));
  return { light: variables('light'), dark: variables('dark') };
}
