/** What a method computes with. */
export type MethodNeeds =
  /** Forward passes, in the arithmetic that the model reads with. */
  | 'forward'
  /** Gradients by the word vectors: models that work them out themselves need no TensorFlow.js for it. */
  | 'word-gradients'
  /** The float32 network, which runs on TensorFlow.js. */
  | 'network';

/** What scores are measured against. */
export type Baseline = 'none' | 'empty state' | 'zero embedding' | 'empty text' | 'text without the word';

/** What is known about a method outside the file that computes it. */
export interface MethodFacts {
  /** True: a score's sign says whether the word supports (+) or contradicts (−) the target. False: a saliency. */
  readonly signed: boolean;
  /** `share`: parts of 1. `logit`: log-odds of the target. */
  readonly unit: 'share' | 'logit';
  /** What the scores are measured against. */
  readonly baseline: Baseline;
  readonly needs: MethodNeeds;
  /** What the scores are, where the method computes none but reads them off the network. */
  readonly readOff?: 'attention' | 'state distance';
  /** True: the scores share 1 among all words, so that a word stands out by how far it exceeds an even share. */
  readonly sharedOut?: true;
  /** True: it needs so many forward passes that comparisons of long texts leave it out. */
  readonly slow?: true;
}

const TABLE = {
  'state-distance': {
    signed: false,
    unit: 'share',
    baseline: 'empty state',
    needs: 'forward',
    readOff: 'state distance',
  },
  'ngram-shares': { signed: true, unit: 'logit', baseline: 'none', needs: 'network' },
  'gradient-x-input': { signed: true, unit: 'logit', baseline: 'zero embedding', needs: 'word-gradients' },
  'integrated-gradients': { signed: true, unit: 'logit', baseline: 'zero embedding', needs: 'network', slow: true },
  occlusion: { signed: true, unit: 'logit', baseline: 'text without the word', needs: 'forward', slow: true },
  lrp: { signed: true, unit: 'logit', baseline: 'none', needs: 'network' },
  'cell-decomposition': { signed: true, unit: 'logit', baseline: 'empty state', needs: 'network' },
  shap: { signed: true, unit: 'logit', baseline: 'empty text', needs: 'forward', slow: true },
  attention: {
    signed: false,
    unit: 'share',
    baseline: 'none',
    needs: 'forward',
    readOff: 'attention',
    sharedOut: true,
  },
  'attention-x-norm': { signed: false, unit: 'share', baseline: 'none', needs: 'forward', sharedOut: true },
  learned: { signed: false, unit: 'share', baseline: 'none', needs: 'forward' },
  'learned-occlusion': { signed: true, unit: 'logit', baseline: 'text without the word', needs: 'forward' },
  'learned-gradient': { signed: true, unit: 'logit', baseline: 'zero embedding', needs: 'word-gradients' },
  'phrase-shapley': { signed: true, unit: 'logit', baseline: 'empty text', needs: 'forward' },
} satisfies Readonly<Record<string, MethodFacts>>;

/** An attribution method; which of them a model offers depends on its architecture. */
export type Method = keyof typeof TABLE;

/**
 * Every attribution method, in the order in which lists show them; the first that a model offers is its default where its
 * card names none. How one is computed: `src/explain/methods/`.
 */
export const METHODS: Readonly<Record<Method, MethodFacts>> = TABLE;

/** Whether the scores are the network's attention itself. */
export const isAttention = (method: Method): boolean => METHODS[method].readOff === 'attention';

/** In the order of the table. */
export const METHOD_NAMES = Object.keys(METHODS) as readonly Method[];

/** Whether a name, read from a setting, a card or a command line, is that of a method. */
export const isMethod = (name: unknown): name is Method => typeof name === 'string' && Object.hasOwn(METHODS, name);
