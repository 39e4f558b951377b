import { gzipSync } from 'node:zlib';

/** A file of the same kind as one of the cases, and what must come of it. */
export interface Neighbour {
  readonly of: string;
  readonly file: string;
  readonly content: string | Uint8Array;
  /** In order; `! …` where the row is an error. */
  readonly texts: readonly string[];
  readonly given?: readonly (string | null)[];
}

const [NEG, NEU, POS] = ['negative', 'neutral', 'positive'];
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const wide = (text: string, big = false): Uint8Array => {
  const found = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return big ? found.swap16() : found;
};
const THREE = ['I love it', 'I hate it', 'It is red'];
const three = (column: string, a: string, b: string, c: string, delimiter = ',') =>
  [
    ['text', column],
    [THREE[0], a],
    [THREE[1], b],
    [THREE[2], c],
  ]
    .map((row) => row.join(delimiter))
    .join('\n');
const labels = (of: string, column: string, a: string, b: string, c: string): Neighbour => ({
  ...{ of, file: 'a.csv', content: three(column, a, b, c), texts: THREE, given: [POS, NEG, NEU] },
});
const wrapped = (value: unknown): string => JSON.stringify(value, null, 1);
const ENTRY = (rating: string, content: string) => ({ 'im:rating': { label: rating }, content: { label: content, attributes: { type: 'text' } }, title: { label: 'Title' }, author: { name: { label: 'u' } } }); // prettier-ignore

export const NEIGHBOURS: readonly Neighbour[] = [
  labels('r1.csv', 'Sentiment', 'POSITIVE', 'negative', 'Neutral'),
  labels('r1.csv', 'label', 'Very Positive', 'VERY NEGATIVE', 'neutral'),
  labels('r1.csv', 'emotion', '正面', '负面', '中性'),
  labels('l-pos.csv', 'label', 'P', 'N', 'NEU'),
  labels('l-pos.csv', 'polarity', 'good', 'bad', 'mixed'),
  labels('l-pos.csv', 'label', 'LABEL_2', 'LABEL_0', 'LABEL_1'),
  labels('l-zh.csv', '评价', '满意', '不满意', '一般'),
  labels('l-zh.csv', '标签', '正向', '負面', '中立'),
  labels('l-zh.csv', '满意度', '非常满意', '非常不满意', '一般'),
  labels('l-space.csv', 'label', ' pos ', '\tneg', 'neu  '),
  labels('l-space.csv', ' label ', '1', ' -1', '0 '),
  labels('l-space.csv', 'label', '"positive "', '" negative"', '"\u00a0neutral"'),
  labels('l-stars.csv', 'star_rating', '5 stars', '1 star', '3 stars'),
  labels('l-stars.csv', 'Rating', '4/5', '1/5', '3/5'),
  labels('l-stars.csv', '评分', '★★★★★', '★☆☆☆☆', '★★★'),
  {
    of: 'r2.csv',
    file: 'a.csv',
    content: 'text,Rating\nBroke at once,2\nBad,1\n',
    texts: ['Broke at once', 'Bad'],
    given: [NEG, NEG],
  },
  {
    of: 'r2.csv',
    file: 'a.csv',
    content: '评论,星级\n很快就坏了,1\n质量不行,2\n',
    texts: ['很快就坏了', '质量不行'],
    given: [NEG, NEG],
  },
  { of: 'r2.csv', file: 'a.jsonl', content: '{"reviewText":"Broke at once","overall":2.0}\n{"reviewText":"Bad thing","overall":1.0}\n', texts: ['Broke at once', 'Bad thing'], given: [NEG, NEG] }, // prettier-ignore
  { of: 'a-yelp.csv', file: 'a.csv', content: '"1","Bad food, slow"\n"2","Great food, fast"\n"1","Never again, really"\n', texts: ['Bad food, slow', 'Great food, fast', 'Never again, really'], given: [NEG, POS, NEG] }, // prettier-ignore
  {
    of: 'a-yelp.csv',
    file: 'a.csv',
    content: 'label,text\n2,Great food\n1,Bad food\n',
    texts: ['Great food', 'Bad food'],
    given: [POS, NEG],
  },
  {
    of: 'a-yelp.csv',
    file: 'a.csv',
    content: 'target,text\n4,Great food\n0,Bad food\n',
    texts: ['Great food', 'Bad food'],
    given: [POS, NEG],
  },
  { of: 'r4.csv', file: 'a.csv', content: '用户名,评论,商家回复,评分\n张三,味道不错,亲爱的顾客您好，感谢您的光临与支持，我们会继续努力为您提供更好的服务,5\n李四,太咸了,,1\n', texts: ['味道不错', '太咸了'], given: [POS, NEG] }, // prettier-ignore
  { of: 'r4.csv', file: 'a.csv', content: 'review,developer_response,stars\nToo slow,"Thank you so much for your kind feedback, we are working on this and hope to serve you better",2\nLove it,,5\n', texts: ['Too slow', 'Love it'], given: [NEG, POS] }, // prettier-ignore
  { of: 'r4.csv', file: 'a.jsonl', content: '{"userName":"a","content":"Too slow","score":1,"replyContent":"We are very sorry to hear that and will do all that we can to help you soon"}\n{"userName":"b","content":"Love it","score":5,"replyContent":null}\n', texts: ['Too slow', 'Love it'], given: [NEG, POS] }, // prettier-ignore
  { of: 'r5.csv', file: 'a.csv', content: '时间,您最喜欢什么？,您有什么建议？\n2024-05-01,老师讲得很耐心,教室太冷了\n2024-05-02,同学们都很友好,没有\n', texts: ['老师讲得很耐心', '同学们都很友好'] }, // prettier-ignore
  { of: 'r5.csv', file: 'a.csv', content: 'What went well this week?,What should we change?\nThe team was helpful,Fewer meetings please\nNothing at all,Everything really\n', texts: ['The team was helpful', 'Nothing at all'] }, // prettier-ignore
  { of: 'r5.csv', file: 'a.tsv', content: 'Please tell us about your stay\tHow satisfied were you overall?\nLovely room and view\tVery satisfied\nThe bed was hard\tDissatisfied\n', texts: ['Lovely room and view', 'The bed was hard'], given: [POS, NEG] }, // prettier-ignore
  { of: 'gforms.csv', file: 'a.csv', content: 'Timestamp,How satisfied are you with the course?,Any other comments?\n5/1/2024 10:00:00,Very satisfied,"Great teacher, clear slides"\n5/2/2024 10:00:00,Dissatisfied,The room was far too small\n', texts: ['Great teacher, clear slides', 'The room was far too small'], given: [POS, NEG] }, // prettier-ignore
  { of: 'gforms.csv', file: 'a.csv', content: 'StartDate,ResponseId,Q1,Q2\nStart Date,Response ID,How was it?,What could be better?\n"{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"\n2024-05-01,R_1,Good,A warmer room would be nice\n', texts: ['A warmer room would be nice'], given: [POS] }, // prettier-ignore
  { of: 'gforms.csv', file: 'a.csv', content: 'Respondent ID,How was your stay?,Anything else?\n,Response,Open-Ended Response\n118,Very good,Lovely breakfast and friendly staff\n', texts: ['Lovely breakfast and friendly staff'], given: [POS] }, // prettier-ignore
  {
    of: 'hh1.csv',
    file: 'a.csv',
    content: 'Your comment,Your rating\ngood phone,5\nbad phone,1\n',
    texts: ['good phone', 'bad phone'],
    given: [POS, NEG],
  },
  {
    of: 'hh1.csv',
    file: 'a.csv',
    content: 'Review Text;Sentiment Label\ngood phone;pos\nbad phone;neg\n',
    texts: ['good phone', 'bad phone'],
    given: [POS, NEG],
  },
  { of: 'hh1.csv', file: 'a.csv', content: '"The sentence","The class"\n"good phone","positive"\n"bad phone","negative"\n', texts: ['good phone', 'bad phone'], given: [POS, NEG] }, // prettier-ignore
  {
    of: 'c1.csv',
    file: 'a.csv',
    content: bytes('text,rating\nGreat caf\xe9 and na\xefve staff,5\n'),
    texts: ['Great café and naïve staff'],
    given: [POS],
  },
  {
    of: 'c1.csv',
    file: 'a.txt',
    content: bytes('It\x92s \x93fine\x94\nTen \x80 only \x96 cheap\n'),
    texts: ['It’s “fine”', 'Ten € only – cheap'],
  },
  {
    of: 'c1.csv',
    file: 'a.csv',
    content: bytes('text\nplain words first\nT\xfcr kaputt, sch\xf6n war sie\n'),
    texts: ['plain words first', 'Tür kaputt, schön war sie'],
  },
  {
    of: 'gb.csv',
    file: 'a.txt',
    content: bytes([0xbd, 0xf1, 0xcc, 0xec, 0xcc, 0xec, 0xc6, 0xf8, 0xba, 0xdc, 0xba, 0xc3, 0x0a]),
    texts: ['今天天气很好'],
  },
  {
    of: 'gb.csv',
    file: 'a.txt',
    content: bytes([0xb3, 0x6f, 0xad, 0xd3, 0xa4, 0xe2, 0xbe, 0xf7, 0xab, 0xdc, 0xa6, 0x6e, 0x0a]),
    texts: ['這個手機很好'],
  },
  {
    of: 'gb.csv',
    file: 'a.txt',
    content: bytes([0x82, 0xc6, 0x82, 0xc4, 0x82, 0xe0, 0x97, 0xc7, 0x82, 0xa2, 0x0a]),
    texts: ['とても良い'],
  },
  {
    of: 'excel.tsv',
    file: 'a.csv',
    content: wide('id\tComment\tStars\r\n1\tGood\t5\r\n2\t"two\nlines"\t1\r\n'),
    texts: ['Good', 'two\nlines'],
    given: [POS, NEG],
  },
  {
    of: 'excel.tsv',
    file: 'a.txt',
    content: wide('Comment\tStars\r\nGood value\t5\r\nBad value\t1\r\n'),
    texts: ['Good value', 'Bad value'],
    given: [POS, NEG],
  },
  {
    of: 'excel.tsv',
    file: 'a.tsv',
    content: wide('内容\t评分\r\n很好用\t5\r\n不好用\t1\r\n', true),
    texts: ['很好用', '不好用'],
    given: [POS, NEG],
  },
  {
    of: 'semi.csv',
    file: 'a.csv',
    content: 'prix;note;commentaire\n12,50;4,5;"Good, fast"\n3,00;1,0;Bad\n',
    texts: ['Good, fast', 'Bad'],
    given: [POS, NEG],
  },
  {
    of: 'semi.csv',
    file: 'a.csv',
    content: 'id|text|label\n1|good, really|pos\n2|bad; very|neg\n',
    texts: ['good, really', 'bad; very'],
    given: [POS, NEG],
  },
  {
    of: 'semi.csv',
    file: 'a.csv',
    content: 'id\ttext\tlabel\r1\tgood, really\tpos\r2\tbad; very\tneg\r',
    texts: ['good, really', 'bad; very'],
    given: [POS, NEG],
  },
  {
    of: 'semi-sep.csv',
    file: 'a.csv',
    content: 'sep=,\r\nid,text,label\r\n1,good,pos\r\n2,bad,neg\r\n',
    texts: ['good', 'bad'],
    given: [POS, NEG],
  },
  {
    of: 'semi-sep.csv',
    file: 'a.csv',
    content: 'sep=|\nid|text|label\n1|good one|pos\n',
    texts: ['good one'],
    given: [POS],
  },
  {
    of: 'semi-sep.csv',
    file: 'a.csv',
    content: wide('sep=\t\r\nid\ttext\tlabel\r\n1\tgood one\tpos\r\n'),
    texts: ['good one'],
    given: [POS],
  },
  {
    of: 'q9.csv',
    file: 'a.csv',
    content: '# made by a tool\n# on Monday\nid,text,label\n1,good,pos\n2,bad thing,neg\n',
    texts: ['good', 'bad thing'],
    given: [POS, NEG],
  },
  { of: 'q9.csv', file: 'a.csv', content: 'Customer feedback 2024,,\nExported on Monday,,\n\nid,comment,rating\n1,Good value,5\n2,"Bad, very bad",1\n', texts: ['Good value', 'Bad, very bad'], given: [POS, NEG] }, // prettier-ignore
  {
    of: 'q9.csv',
    file: 'a.tsv',
    content: '// exported\ntext\tlabel\ngood thing\tpos\nbad thing\tneg\n',
    texts: ['good thing', 'bad thing'],
    given: [POS, NEG],
  },
  { of: 'q1.tsv', file: 'a.tsv', content: '101\tpositive\t"so happy today\n102\tnegative\tsad "day\n103\tneutral\tjust "a" day\n', texts: ['"so happy today', 'sad "day', 'just "a" day'], given: [POS, NEG, NEU] }, // prettier-ignore
  { of: 'q1.tsv', file: 'a.txt', content: 'id\ttext\tlabel\n1\t"well\tneg\n2\tgood"\tpos\n3\tan inch is 1"\tneu\n', texts: ['"well', 'good"', 'an inch is 1"'], given: [NEG, POS, NEU] }, // prettier-ignore
  {
    of: 'q1.tsv',
    file: 'a.tsv',
    content: 'text\tlabel\n"quoted\twell"\tpos\n"and ""again"""\tneg\n',
    texts: ['quoted\twell', 'and "again"'],
    given: [POS, NEG],
  },
  { of: 'q7.csv', file: 'a.csv', content: 'text,label\ngood,pos\nbad,neg,more\nfine,neu\n', texts: ['good', '! It has 3 cells where there are 2 columns.', 'fine'], given: [POS, null, NEU] }, // prettier-ignore
  {
    of: 'q7.csv',
    file: 'a.tsv',
    content: 'id\ttext\tlabel\n1\tgood\tpos\n2\tbad\n3\tfine\tneu\n',
    texts: ['good', '! It has 2 cells where there are 3 columns.', 'fine'],
  },
  {
    of: 'q7.csv',
    file: 'a.csv',
    content: 'id,text,label\n1,good,pos,,\n2,bad,neg,,\n',
    texts: ['good', 'bad'],
    given: [POS, NEG],
  },
  { of: 'r9a.jsonl', file: 'a.ndjson', content: '{"text":"a good one"}\n{"text":"x y"}\n{"text":"a bad one","sentiment":"neg","id":3}\n', texts: ['a good one', 'x y', 'a bad one'], given: [null, null, NEG] }, // prettier-ignore
  { of: 'r9a.jsonl', file: 'a.json', content: '[{"id":1},{"body":"a good one","label":1},{"body":"a bad one","label":0}]', texts: ['! There is no text in “body”.', 'a good one', 'a bad one'], given: [null, POS, NEG] }, // prettier-ignore
  { of: 'r9a.jsonl', file: 'a.jsonl', content: '{"meta":{"n":1},"review":{"text":"good one"}}\n{"meta":{"n":2},"review":{"text":"bad one","stars":1}}\n', texts: ['good one', 'bad one'], given: [null, NEG] }, // prettier-ignore
  { of: 'r9b.jsonl', file: 'a.jsonl', content: '{"body":"Love it","subreddit":"x","score":4}\n{"body":"Hate it","subreddit":"x","score":2}\n', texts: ['Love it', 'Hate it'], given: [null, null] }, // prettier-ignore
  {
    of: 'r9b.jsonl',
    file: 'a.csv',
    content: 'text,score,label\ngood,250,pos\nbad,3,neg\n',
    texts: ['good', 'bad'],
    given: [POS, NEG],
  },
  { of: 'r9b.jsonl', file: 'a.csv', content: 'text,airline_sentiment,airline_sentiment_confidence\ngood flight,positive,0.93\nbad flight,negative,1.0\n', texts: ['good flight', 'bad flight'], given: [POS, NEG] }, // prettier-ignore
  { of: 'doccano.jsonl', file: 'a.jsonl', content: '{"id":1,"data":"The hinge broke again","label":["neg"]}\n{"id":2,"data":"Very pleased with it","label":["pos"]}\n', texts: ['The hinge broke again', 'Very pleased with it'], given: [NEG, POS] }, // prettier-ignore
  { of: 'doccano.jsonl', file: 'a.json', content: wrapped([{ id: 1, data: { text: 'Nice phone' }, annotations: [{ result: [{ value: { choices: ['Positive'] } }] }] }, { id: 2, data: { text: 'Bad phone' }, annotations: [{ result: [{ value: { choices: ['Negative'] } }] }] }]), texts: ['Nice phone', 'Bad phone'], given: [POS, NEG] }, // prettier-ignore
  { of: 'doccano.jsonl', file: 'a.jsonl', content: '{"text":"Great stuff","_task_hash":2,"accept":["POSITIVE"],"answer":"accept"}\n{"text":"Awful stuff","_task_hash":3,"accept":["POSITIVE"],"answer":"reject"}\n', texts: ['Great stuff', 'Awful stuff'], given: [POS, null] }, // prettier-ignore
  {
    of: 'r12.json',
    file: 'a.json',
    content: wrapped({ 0: { text: 'good', label: 'pos' }, 1: { text: 'bad', label: 'neg' } }),
    texts: ['good', 'bad'],
    given: [POS, NEG],
  },
  { of: 'r12.json', file: 'a.json', content: wrapped({ columns: ['text', 'label'], index: [0, 1], data: [['good', 'pos'], ['bad', 'neg']] }), texts: ['good', 'bad'], given: [POS, NEG] }, // prettier-ignore
  {
    of: 'r12.json',
    file: 'a.json',
    content: wrapped({ text: ['good', 'bad'], label: [1, 0] }),
    texts: ['good', 'bad'],
    given: [POS, NEG],
  },
  { of: 'n13.json', file: 'a.json', content: wrapped({ data: [{ id: '1', text: 'good' }, { id: '2', text: 'bad' }], includes: { users: [{ id: '9', name: 'Ann' }] }, meta: { result_count: 2 } }), texts: ['good', 'bad'] }, // prettier-ignore
  { of: 'n13.json', file: 'a.json', content: wrapped({ hits: { total: 2, hits: [{ _id: '1', _source: { text: 'good', label: 'pos' } }, { _id: '2', _source: { text: 'bad', label: 'neg' } }] } }), texts: ['good', 'bad'], given: [POS, NEG] }, // prettier-ignore
  {
    of: 'n13.json',
    file: 'a.json',
    content: '[\n {"text": "good", "label": "pos"},\n {"text": "bad", "label": "neg"}\n]\n',
    texts: ['good', 'bad'],
    given: [POS, NEG],
  },
  { of: 'appstore.json', file: 'a.json', content: wrapped({ feed: { entry: [ENTRY('5', 'Works well'), ENTRY('1', 'Crashes')] } }), texts: ['Works well', 'Crashes'], given: [POS, NEG] }, // prettier-ignore
  { of: 'appstore.json', file: 'a.json.gz', content: gzipSync(wrapped({ feed: { entry: [ENTRY('3', 'It works'), ENTRY('1', 'Crashes')] } })), texts: ['It works', 'Crashes'], given: [NEU, NEG] }, // prettier-ignore
  { of: 'appstore.json', file: 'a.json', content: wrapped([{ kind: 'Listing', data: { children: [{ kind: 't3', data: { title: 'Phone', selftext: 'It broke' } }] } }, { kind: 'Listing', data: { children: [{ kind: 't1', data: { body: 'Sorry', score: 5 } }] } }]), texts: ['It broke', 'Sorry'], given: [null, null] }, // prettier-ignore
  {
    of: 't-empty.csv',
    file: 'a.csv',
    content: 'text,label\ngood,pos\n,neg\nno label,\n',
    texts: ['good', '! There is no text.', 'no label'],
    given: [POS, NEG, null],
  },
  { of: 't-empty.csv', file: 'a.jsonl', content: '{"text":"good","label":"pos"}\n{"text":"no label","label":""}\n{"text":"none","label":null}\n', texts: ['good', 'no label', 'none'], given: [POS, null, null] }, // prettier-ignore
  {
    of: 't-empty.csv',
    file: 'a.csv',
    content: 'text,label\ngood,1\nno label,NaN\nbad,0\n',
    texts: ['good', 'no label', 'bad'],
    given: [POS, null, NEG],
  },
  {
    of: 'm5.md',
    file: 'a.md',
    content: '---\ntitle: x\n---\n\nGood words.\n\n---\n\nOther words.\n',
    texts: ['Good words.', 'Other words.'],
  },
  { of: 'm5.md', file: 'a.md', content: '+++\ntitle = "x"\n+++\n\nGood words.\n', texts: ['Good words.'] },
  {
    of: 'm5.md',
    file: 'a.md',
    content: '# Head\n\n> [!NOTE]\n> A note.\n\n| a | b |\n|---|---|\n| c | d |\n\n$$\nx^2\n$$\n\nGood words.\n',
    texts: ['A note.', 'Good words.'],
  },
];
