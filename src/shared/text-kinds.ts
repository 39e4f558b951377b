/** Kinds of text that models are trained and measured on, as far as readers of a card tell them apart. */
export const TEXT_KINDS = [
  'film-reviews',
  'film-sentences',
  'everyday',
  'tweets',
  'weibo',
  'comments',
  'chat',
  'headlines',
  'developers',
  'bank',
  'cars',
  'cosmetics',
  'takeaway',
  'goods',
  'restaurants',
  'hotels',
  'apps',
  'facts',
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** The kind of a card's source or test set, by its name; first match. */
const SOURCES: readonly (readonly [RegExp, TextKind])[] = [
  [/treebank/i, 'film-sentences'],
  [/movie review|imdb|\bfilm/i, 'film-reviews'],
  [/neutral by nature|encyclopedia|questions/i, 'facts'],
  [/^everyday sentences/i, 'everyday'],
  [/headline|news/i, 'headlines'],
  [/weibo/i, 'weibo'],
  [/tweet|sentiment140|brands/i, 'tweets'],
  [/chat|dialogue|emocontext|meld/i, 'chat'],
  [/developer|github|jira|stack ?overflow/i, 'developers'],
  [/reddit|goemotions/i, 'comments'],
  [/\bbank\b/i, 'bank'],
  [/\bcar\b/i, 'cars'],
  [/cosmetic/i, 'cosmetics'],
  [/waimai|take-away/i, 'takeaway'],
  [/\bapps?\b/i, 'apps'],
  [/dianping|restaurant/i, 'restaurants'],
  [/shopping|reviews|pos\/neg|product|goods/i, 'goods'],
  [/hotel/i, 'hotels'],
];
/** Test sets that were made to be hard, or that hold parts of texts: they stand for no kind of text. */
const NO_KIND = /contrast|pairs|reasons|phrases|all sources/i;

/** The kind of text that the name of a source tells; undefined if it tells none that is known here. */
export function kindOfSource(name: string): TextKind | undefined {
  if (NO_KIND.test(name)) return undefined;
  return SOURCES.find(([pattern]) => pattern.test(name))?.[1];
}

/** What texts of a kind are about. Each cue counts once. */
const CUES: Readonly<Partial<Record<TextKind, RegExp>>> = {
  'film-reviews':
    /\b(?:films?|movies?|plot|acting|actors?|actress(?:es)?|cast|directors?|scenes?|screenplay|cinema|sequel|script|characters?|documentary|thriller)\b|电影|影片|剧情|演员|导演|演技|片子/giu,
  tweets: /(?:^|\s)[@#]\w+|\bRT\b|\blol\b|https?:\/\//giu,
  weibo: /#[^#\s]{2,30}#|@[\p{L}\d_-]{2,}|转发微博|\[\p{Script=Han}{1,4}\]/giu,
  developers:
    /\b(?:code|bugs?|commit|merge|pull request|compile[rs]?|API|exception|stack trace|branch|refactor\w*|null|unit tests?|repo|deprecated)\b/giu,
  apps: /\b(?:apps?|log ?in|crash(?:es|ed)?|notifications?|in-app|subscription|widget)\b|闪退|登录|应用|客户端/giu,
  hotels:
    /\b(?:hotel|hostel|rooms?|check-?in|reception|breakfast|housekeeping|lobby|mattress|spa)\b|酒店|宾馆|房间|入住|前台/giu,
  restaurants:
    /\b(?:restaurant|food|waiters?|waitress|menu|dish(?:es)?|meal|dessert|chef|pizza|sushi)\b|餐厅|饭店|菜品|上菜|服务员|口味/giu,
  takeaway: /外卖|送餐|骑手|配送|餐盒|洒了/giu,
  goods:
    /\b(?:deliver(?:y|ed)|products?|ordered|battery|packag(?:e|ing)|seller|refund|charger|kettle|headphones|warranty|returned)\b|快递|物流|客服|质量|卖家|包装|商品|发货|退货/giu,
  cosmetics: /面霜|口红|粉底|护肤|面膜|精华|保湿|肤色/giu,
  cars: /油耗|发动机|变速箱|底盘|4S店|方向盘|车身|试驾/giu,
  bank: /信用卡|银行|贷款|额度|网点|手续费|理财/giu,
  chat: /\b(?:haha+|omg|brb|gonna|wanna|u r)\b|哈哈|嘿嘿|么么|在吗/giu,
};
/** A text without a cue of up to this many words counts as an everyday sentence or two. */
const FEW_WORDS = 40;
/** A longer text must have more than one word of a kind. */
const SHORT = 25;
/** Texts about films with more words than this are reviews, others are sentences. */
const REVIEW_WORDS = 60;

/** What kind of text this most likely is; undefined: none that is known here. @param words how many it has */
export function kindOfText(text: string, words: number): TextKind | undefined {
  const found = (Object.entries(CUES) as [TextKind, RegExp][]).map(([kind, cues]) => ({
    kind,
    hits: new Set([...text.matchAll(cues)].map(([hit]) => hit.toLowerCase().trim())).size,
  }));
  const [first, second] = found.sort((a, b) => b.hits - a.hits);
  const enough = first.hits >= (words <= SHORT ? 1 : 2) && first.hits > second.hits;
  if (first.hits === 0) return words <= FEW_WORDS ? 'everyday' : undefined;
  if (!enough) return undefined;
  return first.kind === 'film-reviews' && words < REVIEW_WORDS ? 'film-sentences' : first.kind;
}
