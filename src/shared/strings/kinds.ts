import type { TextKind } from '../text-kinds';

/** Kinds of text as people read them; English, translated by `l10n/`. */
export const TEXT_KIND_WORDING: Readonly<Record<TextKind, string>> = {
  'film-reviews': 'film reviews',
  'film-sentences': 'sentences about films',
  everyday: 'everyday sentences',
  tweets: 'tweets',
  weibo: 'Weibo posts',
  comments: 'comments in forums',
  chat: 'chat and dialogue',
  headlines: 'headlines',
  developers: 'developers’ comments',
  bank: 'comments about banks',
  cars: 'posts about cars',
  cosmetics: 'reviews of cosmetics',
  takeaway: 'take-away reviews',
  goods: 'reviews of goods',
  restaurants: 'reviews of restaurants',
  hotels: 'hotel reviews',
  apps: 'app reviews',
  facts: 'questions, facts and requests',
};
