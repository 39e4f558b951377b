import { plainName } from '../labels/scales';

/** What a column can be for whoever reads the file. */
export const ROLES = ['text', 'label', 'id', 'group', 'date'] as const;
export type Role = (typeof ROLES)[number];

/** Names of columns, in words of lower case: `reviewText` and `review_text` are `review text`. */
const TEXT =
  /^(the |your |my |user |customer )?(texts?|contents?|reviews?|review (text|body|content|comment)|reviewtext|body|comments?|comment (text|body)|sentences?|messages?|tweets?|tweet (text|content)|posts?|post (text|content)|document|feedback|full text|fulltext|selftext|raw text|text raw|free text|open text|verbatim|utterance|opinions?|text content|kommentare?|rezension|bewertungstext|nachricht|freitext|commentaires?|avis|texte|comentarios?|rese[ñn]as?|opini[oó]n|texto|用户|客户)?(评论|评价|内容|文本|正文|留言|句子|评论内容|评价内容|评论文本|评论正文|评价文本|评语|反馈|意见|意见反馈|用户评论|微博(中文)?内容|微博正文|弹幕|弹幕内容|评论详情|評論|評價|內容|留言內容|評論內容)?$/;
const TEXT_PART =
  /text|content|review|comment|body|sentence|message|feedback|verbatim|opinion|评|内容|文本|正文|留言|反馈|意见|kommentar/;
const NO_TEXT =
  /\b(answer(ed)? by|ids?|urls?|links?|uri|href|date|time|timestamp|author|username|user name|user|email|e mail|name|language|lang|locale|version|image|images|photo|avatar|thumbnail|video|permalink|source|device|platform|country|city|address|type|length|count|hash|html)\b|回复|商家|客服|作者|昵称|用户名|链接|图片|时间|日期/;
/** What somebody answers to a text is not the text. */
const REPLY = /\b(repl(y|ies)|respon(se|ses)|developer|seller|owner|vendor|moderator)\b|回复|商家|客服/;
const TITLE = /\b(title|subject|headline|summary|heading)\b|标题|主题|題/;
const ID =
  /^(id|uid|uuid|guid|key|nr|no|row id|index|编号|序号|評論id|评论id|[a-z0-9]+ ids?|(status|response|respondent|review|comment|tweet|record|case|ticket|order) (id|no|number))$/;
const OWN_ID =
  /^(id|_id|uid|uuid|guid|编号|序号|review id|comment id|tweet id|response ?id|respondent id|row id|reviewid)$/;
const LABEL_STRONG =
  /\b(labels?|sentiments?|polarit(y|ies)|gold|annotation|emotion|tonality|stimmung|sentimiento)\b|情感|情绪|标签|倾向|极性|標籤/;
const LABEL_WEAK =
  /\b(ratings?|stars?|scores?|rate|class|target|overall|category label|satisfaction|satisfied|recommend\w*|voted up|thumbs?|bewertung|sterne|note|puntuaci[oó]n|valoraci[oó]n|estrellas|stelle|voto|verdict|opinion)\b|评分|星级|打分|分数|评价|满意|推荐|评级|評分|星數/;
const NO_LABEL =
  /\b(confidence|probability|count|counts|length|id|ids|helpful\w*|num|number|n|size|total|average|avg|mean|url|link|date|time|gold)\b|数$|次数|人数|置信/;
const GROUP =
  /^(category|categories|cat|group|product|product (name|title|category)|brand|source|type|topic|genre|domain|department|region|store|shop|branch|channel|aspect|airline|hotel|restaurant|app|market|segment|speaker|kategorie|produkt|类别|分类|类目|品类|品牌|来源|主题|渠道|门店|店铺|商品|商品名称|产品|部门|地区)$/;
const DATE =
  /\b(date|dates|time|timestamp|datetime|created|created at|published|posted|submitted|updated|year|datum|zeit|fecha|recorded ?date|start ?date|end ?date|created utc|unix review time|review time)\b|日期|时间|時間|年月/;

/** How surely a name is that of texts: 2 it is one, 1 it has such a word in it, 0 it says nothing, −1 it is something else's. */
export function textName(name: string): number {
  const plain = plainName(name);
  const last = plainName(lastPart(name));
  if (plain !== '' && TEXT.test(plain)) return 2;
  if (REPLY.test(plain)) return -1;
  if (last !== '' && TEXT.test(last)) return 2;
  if (NO_TEXT.test(plain)) return -1;
  if (TITLE.test(plain)) return 0;
  return TEXT_PART.test(plain) ? 1 : 0;
}

/** 2: labels go by this name; 1: numbers that may be one do; 0: neither. */
export function rankOfLabelName(name: string): number {
  const plain = plainName(lastPart(name));
  const whole = plainName(name);
  if (LABEL_STRONG.test(plain) || LABEL_STRONG.test(whole))
    return /\b(confidence|probability|gold)\b|置信/.test(whole) ? 0 : 2;
  return LABEL_WEAK.test(whole) && !NO_LABEL.test(whole) ? 1 : 0;
}

export const idName = (name: string): number => {
  const plain = plainName(name);
  return OWN_ID.test(plain) ? 2 : ID.test(plain) || ID.test(plainName(lastPart(name))) ? 1 : 0;
};
export const groupName = (name: string): boolean =>
  GROUP.test(plainName(name)) || GROUP.test(plainName(lastPart(name)));
export const dateName = (name: string): boolean => DATE.test(plainName(name));

/** Whether a name is one that columns of texts, labels, ids, groups or dates go by. */
export const isKnownName = (name: string): boolean =>
  name.trim().length <= 60 &&
  (textName(name) === 2 || rankOfLabelName(name) > 0 || idName(name) > 0 || groupName(name) || isDateOnly(name));

const isDateOnly = (name: string): boolean => dateName(name) && plainName(name).split(' ').length <= 3;

/** The last part of a dotted path that is no number: `review.text` is called `text`. */
function lastPart(name: string): string {
  const parts = name
    .trim()
    .split('.')
    .filter((part) => !/^\d*$/.test(part));
  return parts.at(-1) ?? name.trim();
}
