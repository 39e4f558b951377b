/** Why a row of a file has no text. Results have the sentences in English; people are shown them in their language. */
export const ROW_ERRORS = {
  line: 'Line {0}: {1}',
  noText: 'There is no text.',
  noTextIn: 'There is no text in “{0}”.',
  noField: 'No field holds texts.',
  noColumn: 'No column holds texts. There are: {0}.',
  cells: 'It has {0} cells where there are {1} columns.',
  oneCell: 'It has 1 cell where there are {0} columns.',
  oneColumn: 'It has {0} cells where there is 1 column.',
  notText: 'There are NUL characters in it: this is not text.',
  undecodable: 'There are bytes in it that do not belong to the encoding of the file.',
  tooLong: 'It is longer than {0} characters.',
  longParagraph: 'The paragraph is longer than {0} characters.',
  longFile: 'The file is longer than {0} characters.',
  longPage: 'The page is longer than {0} characters.',
  longDocument: 'The document is longer than {0} characters: write its rows as NDJSON.',
  unclosed: 'It is too long to be a row: is a quote not closed?',
  openQuote: 'A quote is not closed.',
  behindQuote: 'There is text behind a closing quote.',
  notJson: 'It is not JSON.',
  noValue: 'It is neither an object nor a text.',
  noTime: 'There is no time like 00:00:01,000 --> 00:00:02,000 above it.',
  noCells: 'It is no notebook: there are no cells in it.',
  noTexts: 'There are no texts in this page.',
  noElements: 'There are no texts in this XML file.',
  badXml: 'It is not well-formed XML.',
  damagedFile: 'The file is damaged or incomplete.',
  noWords: 'There are no words in this text.',
  longText: 'The text is too long: {0} characters; at most {1} are explained at a time.',
} as const;

/** Why a file is not read. */
export const FILE_ERRORS = {
  oldOffice: '{0} is a workbook or document of the time before 2007: save it as .xlsx or .csv.',
  office: '{0} is a document of an office program, no table: save it as plain text.',
  parquet: '{0} is a Parquet file: write it as .csv or .jsonl, as with pandas’ to_csv.',
  pdf: '{0} is a PDF: save its text as .txt.',
  picture: '{0} is a picture: there is no text in it.',
  database: '{0} is an SQLite database: export its table as .csv.',
  statistics: '{0} is a data file of SPSS, Stata or R: export it as .csv.',
  arrow: '{0} is an Arrow or Feather file: write it as .csv or .jsonl, as with pandas’ to_csv.',
  packed: '{0} is packed in a way that is not read: unpack it, or pack it as .zip or .gz.',
  noFileInside: 'There is no file in {0} that can be read. These are: {1}.',
  nothingIn: 'There is nothing in {0}.',
  noSheet: 'There is no sheet “{0}” in {1}. There are: {2}.',
  noEncoding: 'There is no encoding “{0}”: names are those of the WHATWG, as utf-8, windows-1252, gb18030.',
  otherFormat: '{0} is not of the format {1}.',
} as const;

export type RowErrorId = keyof typeof ROW_ERRORS;
export type FileErrorId = keyof typeof FILE_ERRORS;
