import { describe, expect, test } from 'vitest';
import { figuresOf } from '../panel/figures';
import { openPage, type OpenPage } from '../panel/open-page';
import { ALL_SECTIONS, browserForTests } from '../panel/page-tests';
import { sample, SAMPLES, type SampleName } from '../panel/samples';
import { stringsOf, type DisplayLanguage } from '../panel/strings-of';
import { viewOf } from '../panel/view-of';

// What once stood in the wrong place, was out of reach or too far apart, measured in the page as it is drawn.
const browser = browserForTests();

/** Nothing is highlighted in it, and it is several lines long. */
const PLAIN = sample({
  language: 'en',
  method: 'gradient-x-input',
  words: Array.from({ length: 8 }, () => [['A', 0.004], ['note', 0.012], ['about', -0.01], ['meetings', 0.02]] as const).flat(), // prettier-ignore
  probabilities: { negative: 0.18, neutral: 0.52, positive: 0.3 },
});

const open = (name: SampleName | 'plain', width: number, language: DisplayLanguage = 'en'): Promise<OpenPage> => {
  const text = name === 'plain' ? PLAIN : SAMPLES[name];
  const [show, figures] = [viewOf(text), figuresOf(text)];
  return openPage(browser(), { width, theme: 'light', language, open: ALL_SECTIONS, show, figures });
};

describe('an outline stands on what it is of', () => {
  test.each([300, 480, 880])('in the chart of gates at %i px', async (width) => {
    const { page } = await open('film', width);
    const gates = page.locator('[data-figure="gates"]');
    const first = gates.locator('.hits button').nth(3);
    await first.hover();
    await gates.locator('[data-pointed]').first().waitFor();
    const [drawn, outlined] = await gates.evaluate((figure) => {
      const boxOf = ({ left, right, top, bottom }: DOMRect) => ({ left, right, top, bottom });
      const marked = figure.querySelector('.hits [data-pointed]')!;
      const style = getComputedStyle(marked);
      const [offset, line] = [style.outlineOffset, style.outlineWidth].map(Number.parseFloat);
      const box = boxOf(marked.getBoundingClientRect());
      const middle = (box.left + box.right) / 2;
      const cells = [...figure.querySelectorAll('svg[role] rect.cell')]
        .map((cell) => boxOf(cell.getBoundingClientRect()))
        .filter(({ left, right }) => left <= middle && middle <= right);
      const all = {
        left: Math.min(...cells.map(({ left }) => left)),
        right: Math.max(...cells.map(({ right }) => right)),
        top: Math.min(...cells.map(({ top }) => top)),
        bottom: Math.max(...cells.map(({ bottom }) => bottom)),
      };
      const out = offset + line;
      const around = { left: box.left - out, right: box.right + out, top: box.top - out, bottom: box.bottom + out };
      return [all, around];
    });
    for (const side of ['left', 'right', 'top', 'bottom'] as const)
      expect(Math.abs(outlined[side] - drawn[side]), side).toBeLessThanOrEqual(4);
    expect(drawn.bottom - drawn.top).toBeGreaterThan(40);
  });

  test.each([300, 880])('in every chart at %i px: what can be pointed at lies on its picture', async (width) => {
    const { page } = await open('film', width);
    const charts = await page.locator(':has(> .hits):has(> svg)').evaluateAll((all) =>
      all.map((chart) => {
        const { left, right, top, bottom } = chart.querySelector('svg')!.getBoundingClientRect();
        const hits = [...chart.querySelectorAll('.hits button')].map((hit) => hit.getBoundingClientRect());
        const outside = hits.filter((hit) => hit.left < left - 8 || hit.right > right + 8 || hit.top < top - 4 || hit.bottom > bottom + 4); // prettier-ignore
        return { of: chart.closest('[data-figure]')?.getAttribute('data-figure'), outside: outside.length };
      }),
    );
    expect(charts.length).toBeGreaterThan(3);
    expect(charts.filter(({ outside }) => outside > 0)).toEqual([]);
  });
});

test('a highlight that has more points than its words together is accounted for below them', async () => {
  const words = ['that', ['a', 0.1], ['face', 2], ['has', 0.1], ['shown', 0.1], '.'] as const;
  const probabilities = { negative: 0.2, positive: 0.8 };
  const alone = sample({ language: 'en', method: 'gradient-x-input', words, probabilities });
  const note = 'The contribution of a phrase is shared among all of its words';
  for (const [phrases, told] of [
    [[{ start: 5, end: 21, score: 2.3 }], 1],
    [[{ start: 7, end: 11, score: 2 }], 0],
  ] as const) {
    const show = viewOf({ ...alone, phrases, baseProbability: 0.5 });
    const { page } = await openPage(browser(), { width: 480, theme: 'light', language: 'en', open: ['words'], show });
    await page.locator('#section-words .hits button').first().waitFor();
    expect([show.phrases.some(({ whole, from, to }) => whole.to - whole.from > to - from) ? 1 : 0, await page.getByText(note).count()]).toEqual([told, told]); // prettier-ignore
  }
});

describe('at 300 px, all that can be done with an explanation is in the menu', () => {
  test.each(['en', 'zh-Hans'] as const)('and is done when it is chosen (%s)', async (language) => {
    const opened = await open('film', 300, language);
    const { page } = opened;
    const strings = stringsOf(language);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const choose = async (name: string) => {
      await page.getByRole('button', { name: strings.more }).click();
      const item = page.getByRole('menuitem', { name, exact: true });
      const box = (await item.boundingBox())!;
      expect([box.x >= 0, box.x + box.width <= 300, box.height >= 24]).toEqual([true, true, true]);
      await item.click();
    };
    const clipboard = () =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => [...types]));
    for (const [name, type] of [
      [strings.copyImage, 'image/png'],
      [strings.copyRich, 'text/html'],
    ] as const) {
      await page.evaluate(() => navigator.clipboard.writeText('before'));
      await choose(name);
      await expect.poll(clipboard).toContain(type);
    }
    await choose(strings.copyReport);
    await expect.poll(async () => (await opened.sent()).at(-1)).toMatchObject({ type: 'export', format: 'markdown' });
    await choose(strings.export);
    await expect.poll(async () => (await opened.sent()).at(-1)).toEqual({ type: 'export' });
    expect(opened.errors).toEqual([]);
  });
});

describe('the lines of the text stand as close as those of any text', () => {
  test.each([
    ['film', 300, 'en', 28],
    ['film', 880, 'en', 28],
    ['plain', 300, 'en', 28],
    ['neutral', 300, 'en', 28],
    ['kettle', 300, 'zh-Hans', 30],
  ] as const)('%s at %i px, %s: %i px', async (name, width, language, most) => {
    const { page } = await open(name, width, language);
    const strip = page.locator('.strip').first();
    const tops = await strip.evaluate((text) => {
      const lines = document.createRange();
      lines.selectNodeContents(text);
      // Letters of one line may be of two sizes.
      const middles = [...lines.getClientRects()].filter(({ width: wide }) => wide > 0).map(({ top, bottom }) => (top + bottom) / 2); // prettier-ignore
      return middles.sort((a, b) => a - b).filter((middle, at, all) => at === 0 || middle - all[at - 1] > 8);
    });
    const steps = tops.slice(1).map((top, at) => Math.round(top - tops[at]));
    for (const step of steps) expect(step).toBeLessThanOrEqual(most + 2);
    const { height } = (await strip.boundingBox())!;
    expect(height / tops.length).toBeLessThanOrEqual(most + 4);
    if (width === 300) expect(steps.length).toBeGreaterThan(0);
  });
});
