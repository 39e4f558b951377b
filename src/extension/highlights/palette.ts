import type { Tone } from '../../shared/tone';
import * as vscode from 'vscode';
import { markSettings, type Palette } from '../activate/settings';

/** What a colour is for: text and lines, the four backgrounds, the tint of a sentence. */
type Use = '' | `Background${1 | 2 | 3 | 4}` | 'Sentence';

/** The colour's name in `package.json`; neutral is the same grey in every palette. */
export function colourId(palette: Palette, tone: Tone, use: Use = ''): string {
  return `saliency.${palette === 'blueOrange' || tone === 'neutral' ? '' : `${palette}.`}${tone}${use}`;
}

/** A colour of a palette. */
export function colour(palette: Palette, tone: Tone, use: Use = ''): vscode.ThemeColor {
  return new vscode.ThemeColor(colourId(palette, tone, use));
}

/** A colour of the palette in use, for a hover: a CSS variable. */
export function colourVariable(tone: Tone): string {
  return `var(--vscode-${colourId(markSettings().palette, tone).replaceAll('.', '-')})`;
}
