import { expect, test } from 'vitest';
import { proseAt, proseOf } from './prose';

const read = (language: string, text: string): string[] | undefined =>
  proseOf(text, language)?.map(({ start, end }) => text.slice(start, end));

test.each([
  [
    'typescript',
    `// A lovely hack.\nconst awful = terrible('so good', "path/to/file");`,
    ['A lovely hack.', 'so good'],
  ],
  ['typescript', 'const awful = /"not a string/.test(a / b); // but this "is"', ['but this "is"']],
  ['typescript', 'say(`We hate ${name + `the old ${thing} way`} very much`)', ['We hate', 'the old', 'very much']],
  [
    'typescript',
    `a = 'it\\'s a bad day'; b = 'never closed\n// still a comment`,
    ["it\\'s a bad day", 'never closed', 'still a comment'],
  ],
  [
    'java',
    '/**\n * Works badly,\n * as ever.\n *\n * @param x the ugly one\n */\nvoid f() {}',
    ['Works badly,\n * as ever.', '@param x the ugly one'],
  ],
  ['c', 'x = 1; // one two\n// three four\n\n// five six', ['one two\n// three four', 'five six']],
  ['rust', "fn f<'a>(x: &'a str) { // a sad story\n}", ['a sad story']],
  [
    'python',
    `"""A module that nobody likes."""\nx = f(a#b\n)  # quite good\ny = 'utf-8'`,
    ['A module that nobody likes.', 'quite good'],
  ],
  ['shellscript', 'echo "all is well" $# # what a mess', ['all is well', 'what a mess']],
  ['sql', "SELECT 1 -- so slow here\nWHERE a = 'it is bad' /* oh dear */", ['so slow here', 'it is bad', 'oh dear']],
  ['lua', '--[[ a long\nstory ]] x = [[and a\nstring]]', ['a long\nstory', 'and a\nstring']],
  ['json', '{ "name": "a very good name", "n": 1 }', ['a very good name']],
  [
    'html',
    '<p class="so bad">Good <b>day to you</b></p><script>var x = "bad day"</script><!-- why so sad -->',
    ['day to you', 'why so sad'],
  ],
  ['javascript', '// 这个函数写得太糟糕了\nconst 好 = "好吃";', ['这个函数写得太糟糕了', '好吃']],
  ['css', 'a { color: red } /* an ugly\r\n   red */', ['an ugly\r\n   red']],
])('in %s comments and strings are read: %j', (language, text, expected) => {
  expect(read(language, text)).toEqual(expected);
});

test.each(['plaintext', 'markdown', 'latex', 'tex', 'log', 'csv', 'restructuredtext', 'unheard-of'])(
  'a text in %s is read as a whole',
  (language) => expect(proseOf('// so good', language)).toBeUndefined(),
);

test('the prose at an offset, its ends included', () => {
  const text = 'x(); // it was good\ny();';
  const prose = proseOf(text, 'typescript')!;
  const at = (offset: number) => proseAt(prose, offset);
  expect([at(0), at(text.length)]).toEqual([undefined, undefined]);
  expect([at(8), at(12), at(19)]).toEqual(Array(3).fill({ start: 8, end: 19 }));
});

test('a long file is read in no time', () => {
  const line = 'const x = call("it was good", `a ${b} c`); // nothing to see here, really\n';
  const text = line.repeat(20_000);
  // Time of the processor: other work on the machine does not count.
  const from = process.cpuUsage().user;
  expect(proseOf(text, 'typescript')!.length).toBeGreaterThan(20_000);
  expect(process.cpuUsage().user - from).toBeLessThan(2_000_000);
});
