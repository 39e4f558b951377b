import { ARCHITECTURE_WORDING } from './architectures';
import { BASELINE_WORDING } from './baselines';
import { CARD_WORDING } from './card-sentences';
import { DOCUMENT_SENTENCES } from './document-page';
import { FIGURE_SENTENCES } from './figures';
import { LABEL_WORDING } from './labels';
import { LANGUAGE_WORDING } from './languages';
import { METHOD_WORDING } from './methods';
import { PANEL_TOP_SENTENCES } from './panel-top';
import { SHEET_SENTENCES } from './sheets';
import type { Translated } from './translated';

/** Every sentence that the explanation's page can show; `{0}` … are filled in by the page. */
export const EXPLANATION_SENTENCES = {
  ...FIGURE_SENTENCES,
  ...PANEL_TOP_SENTENCES,
  ...SHEET_SENTENCES,
  labels: LABEL_WORDING,
  methods: METHOD_WORDING,
  architectures: ARCHITECTURE_WORDING,
  baselines: BASELINE_WORDING,
  languages: LANGUAGE_WORDING,
  cards: CARD_WORDING,
  wholeDocument: DOCUMENT_SENTENCES,
  title: 'Explanation',

  // Numbers and lists
  percent: '{0} %',
  quoted: '“{0}”',
  and: '{0} and {1}',

  // First screen
  place: '{0}:{1}',
  wordsOne: '1 word',
  wordsMany: '{0} words',
  method: 'Method',
  explainAgain: 'Explain Again',
  copyReport: 'Copy as Markdown',
  export: 'Export…',
  tryAgain: 'Try Again',
  methodFor: '{0}, for {1}',
  modelNamed: 'model: {0}',
  reportMade: 'Made by Saliency. The text was read on one computer and was not sent anywhere.',
  probability: 'probability',
  label: 'label',
  leadForOne: '{0} supports it most',
  leadForMany: '{0} support it most',
  leadForMore: '{0}, {1} and {2} more support it most',
  leadSpeakOne: '{0} supports {1}',
  leadSpeakMany: '{0} support {1}',
  leadAgainstOne: '{0} contradicts it',
  leadAgainstMany: '{0} contradict it',
  leadContradictsOne: '{0} contradicts {1}',
  leadContradictsMany: '{0} contradict {1}',
  leadBoth: '{0}; {1}.',
  leadAlone: '{0}.',
  leadAttention: 'The model looked most at {0}.',
  leadDistance: '{0} moved the state most toward the prediction.',
  textLabel: 'The text with its highlighted words',
  against: 'contradicts',
  for: 'supports',
  why: 'Why {0}?',

  // Word by word
  wordByWord: 'All highlights and words',
  howMuch: 'How much each word counts',
  textOrder: 'Text order',
  sorted: 'Sorted',
  order: 'Order of the words',
  showAll: 'Show all {0}',
  showStrongest: 'Show the strongest',
  axisAttention: 'attention weight, %',
  forNone: 'No word supports {0}',
  forOne: '1 word supports {0} ({1})',
  forMany: '{2} words support {0} ({1})',
  againstNone: 'none contradicts it',
  againstOne: '{0} contradicts it ({1})',
  againstMany: '{0} contradict it ({1})',
  towardOne: '1 word moved the state toward the prediction ({0})',
  towardMany: '{1} words moved the state toward the prediction ({0})',
  awayNone: 'none away from it',
  awayMany: '{1} away from it ({0})',
  bothSides: '{0}, {1}.',

  // Attention
  attended: 'Attention weights',
  attendedFinding: '{0} gets {1}, {2} times the uniform share ({3}).',
  attendedNote: 'Attention shows where the model looked, not why it decided.',
  evenShare: 'uniform share {0}',

  // How the prediction formed
  formed: 'Prediction word by word',
  formedFinding: 'Half of the way is done after {0}, word {1} of {2}; {3} moves the state most ({4}).',
  wayLeft: 'How far the state is from its end',
  wayLeftUnit: 'remaining distance after each word, %',
  wayLeftTwo: 'remaining distance, %; mean of both reading directions',
  emptyText: 'empty text',
  firstWord: 'first word',
  lastWord: 'last word',

  // About this model
  about: 'About this model',
  aboutShort: '{0}, {1} MB, runs on this computer.',
  aboutShorter: '{0}, runs on this computer.',
  hasRead: 'Has read',
  kindRows: '{0}: {1} texts',
  otherKinds: 'other kinds',
  accuracy: 'Accuracy',
  kindAccuracy: '{0}: {1} ({2} held-out texts)',
  record: 'Training record',
  model: 'Model',
  architecture: 'Architecture',
  size: 'Size',
  sizeValue: '{0} MB; {1} ms for this text',
  timeValue: '{0} ms for this text',
  measured: 'Measured',
  measuredValue: 'accuracy {0}, macro-F1 {1} on {2} rows of {3}',
  explainedBy: 'Explained by',
  explainedByValue: '{0}, measured against: {1}',

  // Tables and the values of one word
  table: 'Table',
  chart: 'Chart',
  copyTable: 'Copy Table',
  position: 'position',
  word: 'word',
  score: 'score',
  share: 'share',
  step: 'step',
  side: 'supports/contradicts',
  weight: 'weight',
  timesEven: 'times uniform share',
  distance: 'distance left',
  rank: 'rank {0} of {1}',
  scoreOf: 'share {0}',
  attentionOf: 'attention {0}',
  distanceOf: 'distance left {0}',
  supportsLabel: '▲ supports {0}',
  contradictsLabel: '▼ contradicts {0}',
  unknownWord: 'out of vocabulary',

  // States
  emptyTitle: 'Nothing explained yet',
  emptyHow: 'Select some text in the editor, then choose {0} from its menu, or press {1}.',
  explainSentiment: 'Explain Sentiment',
  explainHere: 'Explain the Current Paragraph',
  openSample: 'Open Sample',
  staysHere: 'Runs on this computer; no text leaves it.',
  working: 'Reading the text and scoring its words…',
  flatTitle: 'No phrase stands out',
  showBars: 'Show All Words',
  staleTitle: 'The text has changed',
  staleBody: 'These charts describe the version of {0}. Changed words have lost their highlights.',
  keepCharts: 'Keep Old Charts',
  problemTitle: 'This text could not be explained',
  showLog: 'Show Log',
};

/** The same in the language of the editor. */
export type PageStrings = Translated<typeof EXPLANATION_SENTENCES>;
