import { plainName } from '../labels/scales';
import { DATE_WORDS, GROUP_WORDS, ID_WORDS, RATING_WORDS, SENTIMENT_WORDS, TEXT_WORDS } from './name-words';

/** The roles that a column can have. */
export const ROLES = ['text', 'label', 'id', 'group', 'date'] as const;
export type Role = (typeof ROLES)[number];

const OWNER = 'the|your|my|our|user|users?|customer|client|guest|student|patient|employee|original|raw|full|open|free';
const TEXT = new RegExp(
  `^(?:(?:${OWNER}) )?(?:texts?|contents?|reviews?|(?:review|rate|comment|tweet|post|message|feedback|survey|user|document) (?:texts?|body|contents?|comments?|message)|reviewtext|reviewbody|cooked|input|pros|cons|body|body text|comments?|sentences?|messages?|tweets?|posts?|documents?|docs?|feedbacks?|full text|fulltext|selftext|raw text|str content|text (?:raw|original|content|a)|free text|open text|open ended response|verbatims?|utterances?|opinions?|remarks?|testimonials?|complaints?|statements?|phrases?|notes|input text|text input|row data|quotes?|captions?|transcripts?|${TEXT_WORDS})$`,
);
const TEXT_PART =
  /text|description|\bdesc\b|content|review|comment|body|sentence|message|feedback|verbatim|opinion|评|内容|文本|正文|留言|反馈|意见|建议|kommentar|comentari|commentair|レビュー|感想|コメント|리뷰|후기|отзыв|коммент/;
const NO_TEXT =
  /\b(answer(ed)? by|ids?|urls?|links?|uri|href|date|time|timestamp|author|username|user name|user|reviewer|email|e mail|name|language|lang|locale|version|image|images|photo|avatar|thumbnail|video|permalink|source|device|platform|country|city|address|ip|ipaddress|type|length|count|hash|html|status|progress|finished|duration|distribution channel|external reference|collector|respondent|worker|annotator|channel|tags?|hashtags|headers?)\b|回复|商家|客服|作者|昵称|地理|省$|省份|城市|地区|用户名|姓名|链接|图片|时间|日期|手机号|电话|地址|来源/;
/** Who answers: 您的年级是？, “What is your gender?”. */
const PERSON =
  /\b(gender|sex|age|age group|occupation|profession|nationality|job title|ethnicity|marital status|year of study|how old are you)\s*\??$|(年级|性别|年龄段?|专业|职业|学历|学院|班级|院系|籍贯|民族|婚姻状况|月收入|身份)(是|为|属于)?(什么|哪个|哪一个)?\s*[?？:：]?$/;
/** What was chosen from a list, or written beside it: Qualtrics' “Other - Text”. */
const CHOSEN = /(^|\s)(other(\s+text|\s*\(please specify\))?|selected choice)$|其[他它].{0,4}填空/;
/** What somebody answers to a text is not the text. */
const REPLY =
  /\b(repl(y|ies)|respon(se|ses)|resp|developer|seller|owner|vendor|moderator|assistant|manager response|append\w*)\b|追加|追评|回复|回覆|商家|客服|返信|답글|답변/;
const TITLE = /\b(title|subject|headline|summary|heading)\b|标题|主题|題|제목|タイトル|заголовок/;
const ID = new RegExp(
  `^(#|id|uid|uuid|guid|key|nr|no|num|row id|index|idx|[a-z0-9]+ ids?|(?:status|response|respondent|review|comment|tweet|record|case|ticket|order) (?:id|no|number)|${ID_WORDS})$`,
);
const OWN_ID = new RegExp(
  `^(#|id|uid|uuid|guid|(?:review|comment|tweet|post|message|row|record|response|respondent|recommendation) ?id|${ID_WORDS})$`,
);
const LABEL_STRONG = new RegExp(
  `\\b(labels?|sentiments?|polarit(?:y|ies)|gold|annotations?|emotions?|tonality|attitude)\\b|${SENTIMENT_WORDS}`,
  'u',
);
const LABEL_WEAK = new RegExp(
  `\\b(ratings?|stars?|scores?|rate|class|target|overall|category label|satisfaction|satisfied|happy|recommend(?:s|ed|ation|ations|able)?|voted up|liked|thumbs?|verdict|opinion|grade|rank|nps|csat|mood|feeling|compound)\\b|${RATING_WORDS}`,
  'u',
);
/** What is counted of a text or its writer, whatever its values are called. */
const COUNTED = /\b(reactions|levels?|difficulty)\b|难度|(用户|会员|账号|玩家)等级/;
const NO_LABEL =
  /(?<![\p{L}\p{N}])(confidence|probability|counts?|length|ids?|helpful\w*|num|number|n|size|total|average|avg|mean|weight|url|link|date|time|votes)(?![\p{L}\p{N}])|(?<!の)数$|次数|人数|置信/u;
/** Beside a label: how sure it is, who gave it, when; and what checks it. */
const BESIDE_LABEL =
  /\b(confidence|probability|ids?|counts?|url|date|time|by|at|reason|annotator|set)\b|\S gold$|置信|原因/;
const GROUP = new RegExp(
  `^(category|categories|cat|groups?|product|product (?:name|title|category|type)|brand|model|source|type|topic|theme|genre|domain|department|dept|team|region|country|city|location|store|shop|branch|channel|platform|aspect|airline|hotel|restaurant|movie|game|course|app|app name|market|segment|speaker|sender|sender name|${GROUP_WORDS})$`,
);
const DATE = new RegExp(
  `\\b(date|dates|time|timestamp|datetime|created|created at|created on|published|posted|submitted|reviewed|at|day|updated|year|recorded ?date|start ?date|end ?date|created utc|unix review time|review time)\\b|${DATE_WORDS}`,
  'u',
);

/** Names that have no other words than those of times. */
const DATE_ALONE =
  /^((the|of|in|review|reviewed|comment|post|tweet|created?|creation|published|posted|submitted|submission|submit|updated|recorded|start|end|completion|last|first|unix|utc|local|date|dates|time|timestamp|datetime|on|at|day|month|year)( |$))+$/;

/** How surely a name is that of texts: 2 it is one, 1 it has such a word in it, 0 it says nothing, −1 it is something else's. */
export function rankOfTextName(name: string): number {
  const plain = plainName(name);
  const last = plainName(lastPart(name));
  if (isText(plain)) return 2;
  if (REPLY.test(plain)) return -1;
  if (isText(last)) return 2;
  if (NO_TEXT.test(plain) || PERSON.test(plain) || CHOSEN.test(plain)) return -1;
  if (TITLE.test(plain)) return 0;
  // A question is the name of a text, whichever words are in it.
  return TEXT_PART.test(plain) && !/[?？]$/.test(plain) ? 1 : 0;
}

/** Matches a name, also with a remark in brackets after it: `comment (optional)`. */
const isText = (plain: string): boolean =>
  TEXT.test(plain) || TEXT.test(plain.replace(/\s*[(（][^()（）]*[)）]\s*$/, ''));

export const isTitle = (name: string): boolean => TITLE.test(plainName(name));

/** What a ticket or case is about, beside comments on it. */
export const isDescription = (name: string): boolean => /^(description|desc|问题描述|诉求内容)$/.test(plainName(name));

export const isCounted = (name: string): boolean => COUNTED.test(plainName(name));

/** 2: labels go by this name; 1: numbers that may be one do; 0: neither. */
export function rankOfLabelName(name: string): number {
  const plain = plainName(lastPart(name));
  const whole = plainName(name);
  if (LABEL_STRONG.test(plain) || LABEL_STRONG.test(whole)) return BESIDE_LABEL.test(whole) ? 0 : 2;
  return LABEL_WEAK.test(whole) && !NO_LABEL.test(whole) && !COUNTED.test(whole) ? 1 : 0;
}

/** 2: our own name for ids; 1: a name that ids often have; 0: another. */
export const rankOfIdName = (name: string): number => {
  const plain = plainName(name);
  return OWN_ID.test(plain) ? 2 : ID.test(plain) || ID.test(plainName(lastPart(name))) ? 1 : 0;
};
export const isGroupName = (name: string): boolean =>
  GROUP.test(plainName(name)) || GROUP.test(plainName(lastPart(name)));
export const isDateName = (name: string): boolean => DATE.test(plainName(name));

/** Whether a name is one that columns of texts, labels, ids, groups or dates go by, and no sentence with such a word in it. */
export const isKnownName = (name: string): boolean =>
  name.trim().length <= 60 &&
  (rankOfTextName(name) === 2 || rankOfIdName(name) > 0 || isGroupName(name) || (isShort(name) && (rankOfLabelName(name) > 0 || isDateOnly(name)))); // prettier-ignore

const isShort = (name: string): boolean =>
  plainName(name).split(' ').length <= 3 && name.trim().length <= (/\p{Script=Han}/u.test(name) ? 8 : 30);

const isDateOnly = (name: string): boolean => {
  const plain = plainName(name);
  return DATE_ALONE.test(plain) || (isDateName(name) && /[^\0-\x7f]|^\p{L}+$/u.test(plain));
};

/** The last part of a dotted path that is no number: `review.text` is called `text`. */
export function lastPart(name: string): string {
  const parts = name
    .trim()
    .split('.')
    .filter((part) => !/^\d*$/.test(part));
  return parts.at(-1) ?? name.trim();
}
