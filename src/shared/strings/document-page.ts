/** Sentences of the panel's view of a whole document; `{0}` … are filled in by the page. */
export const DOCUMENT_SENTENCES = {
  scope: 'What is shown',
  paragraph: 'Paragraph',
  document: 'Document',
  reading: 'Reading the document…',
  readSoFar: '{0} of {1} sentences read…',
  place: '{0} · {1} sentences',
  toneArc: 'Tone arc',
  barSentence: 'A bar is a sentence, in the order of the text; line: average of five',
  barGroup: 'A bar is {0} sentences, in the order of the text; line: average of five',
  counts: 'Sentences by label',
  typical: 'Sentences that represent the document best',
  all: 'All sentences',
  origin:
    'The prediction of the document is the mean of its sentences, weighted by their length; it does not depend on what was explained before.',
  lineOf: 'Line {0}: {1}',
  sentences: 'Sentences',
  tone: 'Tone (−1 to 1)',
  line: 'Line',
  label: 'Label',
} as const;
