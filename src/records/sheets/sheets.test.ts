import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { columnOf } from '../reading';
import { readIn } from '../testing/collect';

const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** A workbook of two sheets as Excel writes it: shared strings, a date, a number, a truth, a text that is spelt twice. */
const XLSX = zip({
  '[Content_Types].xml': '<Types/>',
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="Notes" sheetId="1" r:id="rId1"/><sheet name="Answers" sheetId="2" r:id="rId2"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
  'xl/sharedStrings.xml':
    '<sst><si><t>id</t></si><si><t>comment</t></si><si><t>rating</t></si><si><t>day</t></si><si><r><t>Great </t></r><r><t xml:space="preserve">café_x000D_\nreally</t></r></si><si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></si></sst>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml':
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Only a note.</t></is></c></row></sheetData></worksheet>',
  'xl/worksheets/sheet2.xml':
    '<worksheet><sheetData><row r="2"><c r="A2" t="inlineStr"><is><t>Answers of May</t></is></c></row>' +
    '<row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" t="s"><v>1</v></c><c r="C4" t="s"><v>2</v></c><c r="D4" t="s"><v>3</v></c></row>' +
    '<row r="5"><c r="A5"><v>1</v></c><c r="B5" t="s"><v>4</v></c><c r="C5"><v>5</v></c><c r="D5" s="1"><v>45415</v></c></row>' +
    '<row r="7"><c r="A7"><v>2</v></c><c r="B7" t="s"><v>5</v></c><c r="C7"><v>1</v></c></row></sheetData></worksheet>',
});

const ODS = zip({
  mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
  'content.xml':
    '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Sheet1">' +
    '<table:table-row><table:table-cell><text:p>comment</text:p></table:table-cell><table:table-cell><text:p>stars</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000"/></table:table-row>' +
    '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>' +
    '<table:table-row><table:table-cell><text:p>Good <text:span>one</text:span></text:p><text:p>and more</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="4.5"><text:p>4,5</text:p></table:table-cell></table:table-row>' +
    '<table:table-row><table:table-cell><office:annotation><text:p>a note</text:p></office:annotation><text:p>Bad one</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1"><text:p>1,0</text:p></table:table-cell></table:table-row>' +
    '</table:table></office:spreadsheet></office:body></office:document-content>',
});

test('a workbook of Excel: the first sheet with a table, its title left out, texts, dates and numbers as they show', async () => {
  const { reading, records } = await readIn('a.xlsx', XLSX);
  expect(reading).toMatchObject({ format: 'xlsx', sheet: 'Answers', sheets: ['Notes', 'Answers'], header: 4, skipped: [{ line: 2, what: 'title' }] }); // prettier-ignore
  expect(['text', 'label', 'id', 'date'].map((role) => columnOf(reading, role as 'text'))).toEqual([
    'comment',
    'rating',
    'id',
    'day',
  ]);
  expect(records).toMatchObject([
    { line: 5, id: '1', text: 'Great café\nreally', given: '5', givenLabel: 'positive', date: '2024-05-03' },
    { line: 7, id: '2', text: '漢字', givenLabel: 'negative' },
  ]);
});

/** A cell of a workbook with this format: an id, or a code of its own. */
async function dateIn(format: number | string, value: string, cell = '', book = ''): Promise<string | undefined> {
  const own = typeof format === 'string' ? `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts>` : '';
  const table = zip({
    'xl/workbook.xml': `<workbook xmlns:r="r">${book}<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet>${own}<cellXfs><xf numFmtId="0"/><xf numFmtId="${own ? 164 : format}"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>comment</t></is></c><c r="B1" t="inlineStr"><is><t>date</t></is></c></row>' +
      `<row r="2"><c r="A2" t="inlineStr"><is><t>It broke.</t></is></c><c r="B2" s="1"${cell}><v>${value}</v></c></row></sheetData></worksheet>`,
  }); // prettier-ignore
  const { records } = await readIn('a.xlsx', table, { fields: { text: 'comment', date: 'date' } });
  return records[0].date;
}

test.each([
  [14, '45415', '2024-05-03'],
  [22, '45415.4270833333', '2024-05-03 10:15'],
  // 2024年5月3日, as Excel has it in Chinese, and 令和 in Japanese.
  [31, '45415', '2024-05-03'],
  [36, '45415', '2024-05-03'],
  [58, '45415', '2024-05-03'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '45415', '2024-05-03'],
  ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', '45415', '2024-05-03'],
  ['dd/mm/yyyy', '59', '1900-02-28'],
  ['Standard', '45415', '45415'],
  ['#,##0.00_d;[Red]-#,##0.00', '45415', '45415'],
  ['0&quot; days&quot;', '45415', '45415'],
  ['[h]:mm', '1.5', '1.5'],
])('a cell with the format %s: %s is %s', async (format, value, expected) => {
  expect(await dateIn(format, value)).toBe(expected);
});

test('dates as ISO writes them, and those of a Macintosh', async () => {
  expect(await dateIn(14, '2024-05-03T00:00:00.000', ' t="d"')).toBe('2024-05-03');
  expect(await dateIn(14, '43953', '', '<workbookPr date1904="1"/>')).toBe('2024-05-03');
});

test('a sheet is chosen by its name or number; one that is not there is an error that lists those that are', async () => {
  for (const sheet of ['Notes', '1']) {
    const { reading } = await readIn('a.xlsx', XLSX, { sheet });
    expect(reading.sheet).toBe('Notes');
  }
  await expect(readIn('a.xlsx', XLSX, { sheet: 'Nowhere' })).rejects.toThrow(
    'There is no sheet “Nowhere” in a.xlsx. There are: Notes, Answers.',
  );
});

test('an OpenDocument spreadsheet, under any name', async () => {
  const { reading, records } = await readIn('a.csv', ODS);
  expect(reading).toMatchObject({ format: 'ods', header: 1 });
  expect(records).toMatchObject([
    { line: 4, text: 'Good one\nand more', given: '4.5', givenLabel: 'positive' },
    { line: 5, text: 'Bad one', givenLabel: 'negative' },
  ]);
});

test('an archive is the files in it, one after the other, workbooks too; a damaged workbook is one row of damage', async () => {
  const archive = zipSync({ 'a/one.csv': strToU8('text,label\ngood,pos\n'), 'two.xlsx': XLSX, 'picture.png': strToU8('x'), 'three.xlsx': XLSX.slice(0, 900) }); // prettier-ignore
  const { records } = await readIn('b.zip', archive);
  expect(records.map(({ file, text, error }) => [file, text ?? error?.slice(0, 20)])).toEqual([
    ['b.zip/a/one.csv', 'good'],
    ['b.zip/two.xlsx', 'Great café\nreally'],
    ['b.zip/two.xlsx', '漢字'],
    ['b.zip/three.xlsx', 'The file is damaged '],
  ]);
});

test.each([
  [
    'a.docx',
    zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
    /a document of an office program/,
  ],
  ['a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), /save it as \.xlsx or \.csv/],
  ['a.parquet', strToU8('PAR1xxxx'), /Parquet file: write it as \.csv/],
  ['a.sav', strToU8('$FL2@(#) SPSS DATA FILE'), /SPSS, Stata or R: export it as \.csv/],
  ['a.dta', strToU8('<stata_dta><header>'), /SPSS, Stata or R/],
  ['a.feather', strToU8('ARROW1xx'), /Arrow or Feather file/],
  ['a.rtf', strToU8('{\\rtf1 Good}'), /save it as plain text/],
  ['a.bz2', strToU8('BZh91AY&SY'), /unpack it/],
  ['a.tar', strToU8(`${'x'.repeat(257)}ustar`), /unpack it/],
  ['a.pdf', strToU8('%PDF-1.7'), /a PDF: save its text as \.txt/],
  ['a.zip', zip({ 'picture.png': 'x' }), /There is no file in a\.zip that can be read/],
])('%s is an error that says what to do', async (name, content, message) => {
  await expect(readIn(name, content)).rejects.toThrow(message);
});
