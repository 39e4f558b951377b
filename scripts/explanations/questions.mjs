/**
 * Rows on which explanations are measured. A model's default method is chosen on the validation rows of its rationale
 * head. The reported figures come from held-out rows, which were used neither for training nor for choosing. Texts longer
 * than those that a model was trained on do not choose for it.
 * @typedef {object} Question
 * @property {string} key
 * @property {'en' | 'zh'} language
 * @property {string} name the rows' public name
 * @property {boolean} chooses
 * @property {string} [file] in the folder of data; left out: the held-out rows of the language's plan
 * @property {number} [words] how many words of a text are read; left out: all
 * @property {readonly string[]} how further arguments of `saliency evaluate`
 */

/** @type {readonly Question[]} */
export const QUESTIONS = [
  {
    key: 'sst-validation',
    language: 'en',
    name: 'Stanford Sentiment Treebank, held-out training sentences',
    chooses: true,
    file: 'sst.train.jsonl.gz',
    how: ['--part', 'validation', '--limit', '150'],
  },
  {
    key: 'pairs-validation',
    language: 'en',
    name: 'Counterfactual IMDB pairs, held-out rows, first 150 words',
    chooses: true,
    file: 'counterfactual-imdb.train.jsonl.gz',
    words: 150,
    how: ['--part', 'validation', '--limit', '60'],
  },
  {
    key: 'movies-validation',
    language: 'en',
    name: 'ERASER movie rationales, held-out rows, first 200 words',
    chooses: true,
    file: 'rationales-movies.train.jsonl.gz',
    words: 200,
    how: ['--part', 'validation', '--limit', '40'],
  },
  {
    key: 'opinions-validation',
    language: 'zh',
    name: 'Chinese opinion spans (bank, cosmetics), held-out rows',
    chooses: true,
    file: 'zh-three-class.train.jsonl.gz',
    how: ['--part', 'validation', '--where', 'spans=*', '--limit', '200'],
  },
  {
    key: 'sst',
    language: 'en',
    name: 'Stanford Sentiment Treebank, dev sentences',
    chooses: false,
    file: 'sst.dev.jsonl.gz',
    how: ['--limit', '500'],
  },
  {
    key: 'pairs',
    language: 'en',
    name: 'Counterfactual IMDB pairs, held-out set, first 150 words',
    chooses: false,
    file: 'counterfactual-imdb.train.jsonl.gz',
    words: 150,
    how: ['--part', 'test', '--limit', '500'],
  },
  {
    key: 'movies',
    language: 'en',
    name: 'ERASER movie rationales, held-out set, first 200 words',
    chooses: false,
    file: 'rationales-movies.train.jsonl.gz',
    words: 200,
    how: ['--part', 'test', '--limit', '500'],
  },
  {
    key: 'opinions',
    language: 'zh',
    name: 'Chinese opinion spans (bank, cosmetics), held-out set',
    chooses: false,
    file: 'zh-three-class.train.jsonl.gz',
    how: ['--part', 'test', '--where', 'spans=*', '--limit', '600'],
  },
  {
    key: 'everyday-en',
    language: 'en',
    name: 'Everyday sentences, held-out set',
    chooses: false,
    how: ['--where', 'category=*', '--limit', '600'],
  },
  {
    key: 'everyday-zh',
    language: 'zh',
    name: 'Everyday sentences, held-out set',
    chooses: false,
    how: ['--where', 'category=*', '--limit', '600'],
  },
];
