import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { SIGN_COLOURS } from './highlights/gutter-signs';
import { STEPS, TONES } from './highlights/highlights';

const THEMES = {
  light: { background: '#ffffff', foreground: '#3b3b3b' },
  dark: { background: '#1f1f1f', foreground: '#cccccc' },
  highContrast: { background: '#000000', foreground: '#ffffff' },
  highContrastLight: { background: '#ffffff', foreground: '#292929' },
} as const;
type Theme = keyof typeof THEMES;

for (const theme of Object.keys(THEMES) as Theme[]) {
  const { background, foreground } = THEMES[theme];
  for (const tone of TONES) {
    test(`${tone} in ${theme}: text, marks and lines can be told from what is behind them`, () => {
      const accent = colour(`saliency.${tone}`, theme);
      expect(contrast(accent, background)).toBeGreaterThanOrEqual(4.5);
      for (const step of STEPS) {
        const behind = over(colour(`saliency.${tone}Background${step}`, theme), background);
        expect(contrast(foreground, behind), `text on step ${step}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent, behind), `underline on step ${step}`).toBeGreaterThanOrEqual(3);
      }
    });
  }
}

for (const theme of Object.keys(THEMES) as Theme[]) {
  test(`marks on tinted sentences in ${theme}: text and lines can be told from both behind them`, () => {
    const { background, foreground } = THEMES[theme];
    for (const sentence of TONES) {
      const tinted = over(colour(`saliency.${sentence}Sentence`, theme), background);
      expect(contrast(foreground, tinted)).toBeGreaterThanOrEqual(4.5);
      for (const tone of TONES) {
        for (const step of STEPS) {
          const behind = over(colour(`saliency.${tone}Background${step}`, theme), tinted);
          expect(contrast(foreground, behind), `${tone} ${step} in ${sentence}`).toBeGreaterThanOrEqual(4.5);
          expect(contrast(colour(`saliency.${tone}`, theme), behind)).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });
}

test('the signs in the gutter have the colours of the manifest', () => {
  for (const theme of ['light', 'dark'] as const)
    for (const tone of TONES) expect(SIGN_COLOURS[theme][tone]).toBe(colour(`saliency.${tone}`, theme));
});

test('the steps of a colour differ from one another', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const tone of TONES) {
      const backgrounds = STEPS.map((step) =>
        over(colour(`saliency.${tone}Background${step}`, theme), THEMES[theme].background),
      );
      expect(new Set(backgrounds).size).toBe(STEPS.length);
    }
  }
});

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
  const [red, green, blue] = channels(hex).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
