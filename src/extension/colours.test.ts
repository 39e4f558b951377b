import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { PALETTES } from './activate/settings';
import { SIGN_COLOURS } from './highlights/gutter-signs';
import { STEPS, TONES } from './highlights/highlights';
import { colourId } from './highlights/palette';

const THEMES = {
  light: { background: '#ffffff', foreground: '#3b3b3b' },
  dark: { background: '#1f1f1f', foreground: '#cccccc' },
  highContrast: { background: '#000000', foreground: '#ffffff' },
  highContrastLight: { background: '#ffffff', foreground: '#292929' },
} as const;
type Theme = keyof typeof THEMES;

for (const palette of PALETTES) {
  describe(palette, () => {
    for (const theme of Object.keys(THEMES) as Theme[]) {
      const { background, foreground } = THEMES[theme];
      for (const tone of TONES) {
        test(`${tone} in ${theme}: text, highlights and lines can be told from what is behind them`, () => {
          const accent = colour(colourId(palette, tone), theme);
          expect(contrast(accent, background)).toBeGreaterThanOrEqual(4.5);
          for (const step of STEPS) {
            const behind = over(colour(colourId(palette, tone, `Background${step}`), theme), background);
            expect(contrast(foreground, behind), `text on step ${step}`).toBeGreaterThanOrEqual(4.5);
            expect(contrast(accent, behind), `underline on step ${step}`).toBeGreaterThanOrEqual(3);
          }
        });
      }

      test(`highlights on tinted sentences in ${theme}: text and lines can be told from both behind them`, () => {
        for (const sentence of TONES) {
          const tinted = over(colour(colourId(palette, sentence, 'Sentence'), theme), background);
          expect(contrast(foreground, tinted)).toBeGreaterThanOrEqual(4.5);
          for (const tone of TONES) {
            for (const step of STEPS) {
              const behind = over(colour(colourId(palette, tone, `Background${step}`), theme), tinted);
              expect(contrast(foreground, behind), `${tone} ${step} in ${sentence}`).toBeGreaterThanOrEqual(4.5);
              expect(contrast(colour(colourId(palette, tone), theme), behind)).toBeGreaterThanOrEqual(3);
            }
          }
        }
      });
    }

    test('the signs in the gutter have the colours of the manifest', () => {
      for (const theme of ['light', 'dark'] as const)
        for (const tone of TONES)
          expect(SIGN_COLOURS[palette][theme][tone]).toBe(colour(colourId(palette, tone), theme));
    });

    test('the steps of a colour differ from one another', () => {
      for (const theme of ['light', 'dark'] as const) {
        for (const tone of TONES) {
          const backgrounds = STEPS.map((step) =>
            over(colour(colourId(palette, tone, `Background${step}`), theme), THEMES[theme].background),
          );
          expect(new Set(backgrounds).size).toBe(STEPS.length);
        }
      }
    });
  });
}

test('the pages have the colours of each palette under the names of the default one', () => {
  const css = readFileSync(join(import.meta.dirname, '..', 'panel', 'palettes.css'), 'utf8');
  for (const palette of PALETTES.filter((each) => each !== 'blueOrange')) {
    expect(css).toContain(`body[data-palette='${palette}']`);
    for (const tone of ['positive', 'negative'] as const)
      for (const use of ['', ...STEPS.map((step) => `Background${step}` as const)] as const) {
        const [own, common] = [palette, 'blueOrange' as const].map((each) =>
          colourId(each, tone, use).replaceAll('.', '-'),
        );
        expect(css).toContain(`--vscode-${common}: var(--vscode-${own});`);
      }
  }
});

/** Red, green and blue as people without one kind of cone see them (Machado, Oliveira and Fernandes 2009), linear. */
const BLINDNESS = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

/** Twenty is far more than the eye needs to tell two neighbouring lines apart (ΔE*ab; 2.3 is just noticeable). */
const FAR_APART = 20;

const apart = (palette: (typeof PALETTES)[number], theme: Theme, kind: keyof typeof BLINDNESS) => {
  const [one, other] = (['positive', 'negative'] as const).map((tone) =>
    lab(seenWith(BLINDNESS[kind], colour(colourId(palette, tone), theme))),
  );
  return Math.hypot(...one.map((value, at) => value - other[at]));
};

test.each(Object.keys(THEMES) as Theme[])(
  'positive and negative can be told apart by the colour-blind in %s',
  (theme) => {
    for (const palette of ['blueOrange', 'colorBlindSafe'] as const)
      for (const kind of Object.keys(BLINDNESS) as (keyof typeof BLINDNESS)[])
        expect(apart(palette, theme, kind), `${palette}, ${kind}`).toBeGreaterThan(FAR_APART);
    const [one, other] = (['positive', 'negative'] as const).map((tone) =>
      lab(
        channels(colour(colourId('colorBlindSafe', tone), theme))
          .slice(0, 3)
          .map(linearOf),
      ),
    );
    expect(Math.abs(one[0] - other[0]), 'by brightness alone').toBeGreaterThan(12);
  },
);

function seenWith(matrix: (typeof BLINDNESS)[keyof typeof BLINDNESS], hex: string): number[] {
  const linear = channels(hex).slice(0, 3).map(linearOf);
  return matrix.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, factor, at) => sum + factor * linear[at], 0),
      ),
    ),
  );
}

/** L*a*b* of linear sRGB, under D65. */
function lab([red, green, blue]: readonly number[]): number[] {
  const [x, y, z] = [
    (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
    0.2126 * red + 0.7152 * green + 0.0722 * blue,
    (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
  ].map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function colour(id: string, theme: Theme): string {
  return manifest.contributes.colors.find((each) => each.id === id)!.defaults[theme];
}

function channels(hex: string): number[] {
  return [1, 3, 5, 7].map((at) => parseInt(hex.slice(at, at + 2).padEnd(2, 'f'), 16));
}

/** A translucent colour laid over an opaque one. */
function over(hex: string, opaque: string): string {
  const [red, green, blue, alpha] = channels(hex);
  const mixed = [red, green, blue].map((top, index) => {
    const value = Math.round((top * alpha + channels(opaque)[index] * (255 - alpha)) / 255);
    return value.toString(16).padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}

/** As WCAG 2.1 defines it: 1 to 21. */
function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map(linearOf);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linearOf(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
