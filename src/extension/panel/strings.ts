import { l10n } from 'vscode';

/**
 * Every sentence the page can show, in the language of the editor; `{0}` … are filled in by the page. A literal
 * `l10n.t` call each, so that tools can collect them.
 */
export function pageStrings() {
  return {
    title: l10n.t('Explanation'),
    labelVeryNegative: l10n.t('very negative'),
    labelNegative: l10n.t('negative'),
    labelNeutral: l10n.t('neutral'),
    labelPositive: l10n.t('positive'),
    labelVeryPositive: l10n.t('very positive'),
    stateDistance: l10n.t('state distance'),
    attention: l10n.t('attention'),
    gradientXInput: l10n.t('gradient × input'),

    // Numbers and lists
    percent: l10n.t('{0} %'),
    quoted: l10n.t('“{0}”'),
    and: l10n.t('{0} and {1}'),

    // First screen
    place: l10n.t('{0}:{1}'),
    wordsOne: l10n.t('1 word'),
    wordsMany: l10n.t('{0} words'),
    method: l10n.t('Method'),
    explainAgain: l10n.t('Explain again'),
    copyReport: l10n.t('Copy report'),
    probability: l10n.t('probability'),
    label: l10n.t('label'),
    leadForOne: l10n.t('{0} decides it'),
    leadForMany: l10n.t('{0} decide it'),
    leadSpeakOne: l10n.t('{0} speaks for {1}'),
    leadSpeakMany: l10n.t('{0} speak for {1}'),
    leadAgainstOne: l10n.t('{0} speaks against it'),
    leadAgainstMany: l10n.t('{0} speak against it'),
    leadBoth: l10n.t('{0}; {1}.'),
    leadAlone: l10n.t('{0}.'),
    leadAttention: l10n.t('The model looked most at {0}.'),
    leadDistance: l10n.t('{0} moved the state most toward the verdict.'),
    otherTarget: l10n.t('The words are explained for {0}, not for the verdict.'),
    textLabel: l10n.t('The text with its marked words'),
    against: l10n.t('against'),
    for: l10n.t('for'),
    keyNote: l10n.t('lower bound of each step; below {0} unmarked'),
    why: l10n.t('Why {0}?'),

    // Word by word
    wordByWord: l10n.t('Word by word'),
    howMuch: l10n.t('How much each word counts'),
    textOrder: l10n.t('Text order'),
    sorted: l10n.t('Sorted'),
    order: l10n.t('Order of the words'),
    showAll: l10n.t('Show all {0}'),
    showStrongest: l10n.t('Show the {0} strongest'),
    axisLogit: l10n.t('change in logit({0})'),
    axisDistance: l10n.t('share of the way, %'),
    axisAttention: l10n.t('share of attention, %'),
    forNone: l10n.t('No word pushes for {0}'),
    forOne: l10n.t('1 word pushes for {0} ({1})'),
    forMany: l10n.t('{2} words push for {0} ({1})'),
    againstNone: l10n.t('none against'),
    againstMany: l10n.t('{0} against ({1})'),
    pushes: l10n.t('{0}, {1}. Together {2}.'),
    towardOne: l10n.t('1 word moved the state toward the verdict ({0})'),
    towardMany: l10n.t('{1} words moved the state toward the verdict ({0})'),
    awayNone: l10n.t('none away from it'),
    awayMany: l10n.t('{1} away from it ({0})'),
    moves: l10n.t('{0}, {1}.'),

    // Attention
    attended: l10n.t('What the model attended to'),
    attendedFinding: l10n.t('{0} gets {1}, {2} times an even share ({3}).'),
    attendedNote: l10n.t('Attention shows where the model looked, not why it decided.'),
    evenShare: l10n.t('even share {0}'),

    // How the verdict formed
    formed: l10n.t('How the verdict formed'),
    formedFinding: l10n.t('Half of the way is done after {0}, word {1} of {2}; {3} moves the state most ({4}).'),
    wayLeft: l10n.t('How far the state is from its end'),
    wayLeftUnit: l10n.t('share of the way left, after each word'),
    wayLeftTwo: l10n.t('share of the way left, mean of both reading directions'),
    emptyText: l10n.t('empty text'),
    firstWord: l10n.t('first word'),
    lastWord: l10n.t('last word'),

    // About this model
    about: l10n.t('About this model'),
    aboutFinding: l10n.t('Runs on this computer; no text leaves it.'),
    model: l10n.t('Model'),
    architecture: l10n.t('Architecture'),
    size: l10n.t('Size'),
    sizeValue: l10n.t('{0} MB; {1} ms for this text'),
    timeValue: l10n.t('{0} ms for this text'),
    measured: l10n.t('Measured'),
    measuredValue: l10n.t('accuracy {0}, macro-F1 {1} on {2} rows of {3}'),
    explainedBy: l10n.t('Explained by'),
    explainedByValue: l10n.t('{0}, measured against: {1}'),

    emptyState: l10n.t('empty state'),
    zeroEmbedding: l10n.t('zero embedding'),

    // Tables and the values of one word
    table: l10n.t('Table'),
    chart: l10n.t('Chart'),
    copyTable: l10n.t('Copy table'),
    position: l10n.t('position'),
    word: l10n.t('word'),
    score: l10n.t('score'),
    share: l10n.t('share'),
    step: l10n.t('step'),
    side: l10n.t('for/against'),
    weight: l10n.t('weight'),
    timesEven: l10n.t('times even share'),
    distance: l10n.t('distance left'),
    rank: l10n.t('rank {0} of {1}'),
    scoreOf: l10n.t('score {0}'),
    attentionOf: l10n.t('attention {0}'),
    distanceOf: l10n.t('distance left {0}'),
    speaksFor: l10n.t('for {0}'),
    speaksAgainst: l10n.t('against {0}'),
    unknownWord: l10n.t('unknown to this model'),

    // States
    emptyTitle: l10n.t('Nothing explained yet'),
    emptyHow: l10n.t('Select some text in the editor, then choose {0} from its menu, or press {1}.'),
    explainSentiment: l10n.t('Explain Sentiment'),
    explainHere: l10n.t('Explain the current paragraph'),
    openSample: l10n.t('Open sample'),
    staysHere: l10n.t('Runs on this computer; no text leaves it.'),
    working: l10n.t('Reading the text and scoring its words …'),
    flatTitle: l10n.t('No word stands out'),
    flatBody: l10n.t('No word moves the verdict enough to be marked. The verdict rests on many small effects.'),
    showBars: l10n.t('Show the bars anyway'),
    staleTitle: l10n.t('The text has changed'),
    staleBody: l10n.t('These charts describe the version of {0}. Changed words have lost their marks.'),
    keepCharts: l10n.t('Keep old charts'),
    problemTitle: l10n.t('This text could not be explained'),
    showLog: l10n.t('Show Log'),
  };
}

/** The strings as the page gets them. */
export type PageStrings = ReturnType<typeof pageStrings>;
