import type { Tone } from '../../shared/tone';
import * as vscode from 'vscode';
import type { Palette } from '../activate/settings';

/** What stands beside a line: its sentiment, or that texts of both sides begin there. */
export type Sign = Tone | 'both';

type Colours = Readonly<Record<'light' | 'dark', Readonly<Record<Tone, string>>>>;

/** The gutter takes pictures only, whose colours cannot be those of a theme: they are the defaults of the manifest. */
export const SIGN_COLOURS: Readonly<Record<Palette, Colours>> = {
  blueOrange: {
    light: { positive: '#0A62A8', negative: '#B04A00', neutral: '#646464' },
    dark: { positive: '#5CB0F2', negative: '#F09650', neutral: '#A3A3A3' },
  },
  greenRed: {
    light: { positive: '#0B7A3B', negative: '#BD2424', neutral: '#646464' },
    dark: { positive: '#4CC38A', negative: '#FF8A80', neutral: '#A3A3A3' },
  },
  colorBlindSafe: {
    light: { positive: '#12356B', negative: '#B45309', neutral: '#646464' },
    dark: { positive: '#A8D8FF', negative: '#E8812E', neutral: '#A3A3A3' },
  },
};

/** Plus, circle, minus and plus-minus in a field of 14 × 14. */
const DRAWN: Readonly<Record<Sign, string>> = {
  positive: '<path d="M7 3.5v7M3.5 7h7"/>',
  neutral: '<circle cx="7" cy="7" r="3"/>',
  negative: '<path d="M3.5 7h7"/>',
  both: '<path d="M7 2.75v5M4.5 5.25h5M4.5 10.5h5"/>',
};

/** One sign for a line, since the gutter draws several over each other: a neutral text beside another says nothing. */
export function signOf(tones: readonly Tone[]): Sign {
  const sides = new Set(tones.filter((tone) => tone !== 'neutral'));
  const [side = 'neutral'] = sides;
  return sides.size > 1 ? 'both' : side;
}

/** A box with + ○ − ±, which tell the sentiment without its colour. */
export function signType(sign: Sign, palette: Palette): vscode.TextEditorDecorationType {
  const picture = (theme: 'light' | 'dark'): { readonly gutterIconPath: vscode.Uri } => ({
    gutterIconPath: vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(drawing(sign, palette, theme))}`),
  });
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    gutterIconSize: '14px',
    light: picture('light'),
    dark: picture('dark'),
  });
}

function drawing(sign: Sign, palette: Palette, theme: 'light' | 'dark'): string {
  const box = '<rect x="0.75" y="0.75" width="12.5" height="12.5" rx="2"/>';
  const pen = `fill="none" stroke="${SIGN_COLOURS[palette][theme][sign === 'both' ? 'neutral' : sign]}" stroke-width="1.5"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="14" height="14" ${pen}>${box}${DRAWN[sign]}</svg>`;
}
