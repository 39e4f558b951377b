import type { ReadingView } from '../../src/shared/protocol/reading-page';

const ROWS = {
  en: [
    ['2023-01-03', 'Kettle K2', 'Boils fast, looks beautiful, easy to clean.', '5', 'A-10441'],
    ['2023-01-03', 'Scale S1', 'Off by three grams. Sent it back.', '2', 'A-10442'],
    ['2023-01-04', 'Grinder G3', '磨得很细，很好用。', '5', 'A-10447'],
    ['2023-01-04', 'Toaster T1', 'It toasts.', '3', 'A-10450'],
    ['2023-01-05', 'Kettle K2', 'Quick delivery; “great value”, as promised.', '4', 'A-10452'],
    ['2023-01-05', 'Scale S1', 'Why does it need an app?', '1', 'A-10455'],
  ],
  zh: [
    ['2023-01-03', '电水壶', '烧水很快，外观漂亮，容易清洗。', '5', 'A-10441'],
    ['2023-01-03', '电子秤', '差了三克，已经退货。', '2', 'A-10442'],
    ['2023-01-04', '磨豆机', '磨得很细，很好用。', '5', 'A-10447'],
    ['2023-01-04', '烤面包机', '能烤面包。', '3', 'A-10450'],
    ['2023-01-05', '电水壶', '送货很快，物有所值。', '4', 'A-10452'],
    ['2023-01-05', '电子秤', '为什么还要装一个应用？', '1', 'A-10455'],
  ],
} as const;

const NAMES = {
  en: ['posted', 'product', 'review', 'stars', 'order_id'],
  zh: ['发布日期', '商品', '评论内容', '星级', '订单号'],
} as const;
const DAMAGE = {
  en: 'It has 6 cells where there are 5 columns.',
  zh: '这一行有 6 个单元格，而表有 5 列。',
} as const;
const USES = ['date', 'group', 'text', 'label', 'none'] as const;

/** A table of reviews with stars, as it is read. */
export function readingSample(language: 'en' | 'zh', changes: Partial<ReadingView> = {}): ReadingView {
  const rows = ROWS[language];
  const meanings = { 5: 'positive', 4: 'positive', 3: 'neutral', 2: 'negative', 1: 'negative' } as const;
  return {
    what: 'reviews-2023-24.csv',
    format: 'CSV',
    rows: 20_012,
    whole: true,
    damage: { rows: 2, line: 17, error: DAMAGE[language] },
    empty: 12,
    languages: [
      { code: 'en', rows: 690 },
      { code: 'zh', rows: 290 },
      { code: 'de', rows: 20 },
    ],
    encoding: {
      name: 'windows-1252',
      by: 'content',
      confidence: 0.88,
      other: { name: 'gb18030', sample: 'Kein Ger鋟 f黵 mich' },
    },
    encodings: ['utf-8', 'utf-16le', 'windows-1252', 'gb18030', 'big5', 'shift_jis', 'euc-kr'],
    delimiter: ',',
    header: 1,
    sheets: [],
    units: [],
    language: 'auto',
    columns: NAMES[language].map((name, i) => ({
      name,
      use: USES[i],
      different: [550, 4, 970, 5, 1_000][i],
      filled: 1_000,
      free: false,
    })),
    cells: rows,
    labels: {
      column: NAMES[language][3],
      scale: '1 to 5 stars',
      unknown: 0,
      values: ([5, 4, 3, 2, 1] as const).map((stars) => ({
        value: String(stars),
        rows: 1_700 * stars,
        example: rows.find((row) => row[3] === String(stars))![2],
        meaning: meanings[stars],
      })),
    },
    results: 'reviews-2023-24.saliency.ndjson',
    also: 'none',
    depth: 'explained',
    ...changes,
  };
}
