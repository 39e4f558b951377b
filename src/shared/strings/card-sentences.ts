/**
 * What cards call their sources and test sets, and what they say a model is not for; by itself, so that a page finds the
 * translation. English, translated by `l10n/`. What is not here is shown as its card has it.
 */
export const CARD_WORDING: Readonly<Record<string, string>> = {
  'Large Movie Review Dataset, training half (Maas et al. 2011)':
    'Large Movie Review Dataset, training half (Maas et al. 2011)',
  'Counterfactually augmented IMDb, training rows (Kaushik et al. 2020)':
    'Counterfactually augmented IMDb, training rows (Kaushik et al. 2020)',
  'Counterfactually augmented IMDb (Kaushik et al. 2020)': 'Counterfactually augmented IMDb (Kaushik et al. 2020)',
  'Large Movie Review Dataset, 15,048 rows of the test half, not used for model selection':
    'Large Movie Review Dataset, 15,048 rows of the test half, not used for model selection',
  'Large Movie Review Dataset, unlabelled reviews': 'Large Movie Review Dataset, unlabelled reviews',
  'Stanford Sentiment Treebank, training sentences, five labels (Socher et al. 2013)':
    'Stanford Sentiment Treebank, training sentences, five labels (Socher et al. 2013)',
  'Stanford Sentiment Treebank, training sentences (Socher et al. 2013), three labels':
    'Stanford Sentiment Treebank, training sentences (Socher et al. 2013), three labels',
  'Stanford Sentiment Treebank, 1,101 dev sentences, five labels, not used for model selection':
    'Stanford Sentiment Treebank, 1,101 dev sentences, five labels, not used for model selection',
  'Stanford Sentiment Treebank, dev sentences, none of them trained on':
    'Stanford Sentiment Treebank, dev sentences, none of them trained on',
  'Everyday sentences written for this project (data/everyday, MIT), with the reasons underlined':
    'Everyday sentences written for this project (data/everyday, MIT), with the reasons underlined',
  'Everyday phrases written for this project, and the underlined reasons as rows of their own':
    'Everyday phrases written for this project, and the underlined reasons as rows of their own',
  'SemEval 2013-2016 Task 4A, tweets': 'SemEval 2013-2016 Task 4A, tweets',
  'Tweet Sentiment Extraction 2020': 'Tweet Sentiment Extraction 2020',
  'GoEmotions (Demszky et al. 2020), Reddit comments in three labels':
    'GoEmotions (Demszky et al. 2020), Reddit comments in three labels',
  'Brands and product emotions (CrowdFlower 2013), Sentiment140 style tweets and STS-Gold':
    'Brands and product emotions (CrowdFlower 2013), Sentiment140 style tweets and STS-Gold',
  'EmoContext (SemEval 2019 task 3) chat and MELD dialogue lines':
    'EmoContext (SemEval 2019 task 3) chat and MELD dialogue lines',
  'EmoBank (Buechel and Hahn 2017), ISEAR, headlines (Strapparava and Mihalcea 2007), NewsMTSC':
    'EmoBank (Buechel and Hahn 2017), ISEAR, headlines (Strapparava and Mihalcea 2007), NewsMTSC',
  'Sentiment Labelled Sentences, restaurants and laptops (SemEval 2014 and 2016), product aspects, customer reviews (Hu and Liu 2004), app reviews':
    'Sentiment Labelled Sentences, restaurants and laptops (SemEval 2014 and 2016), product aspects, customer reviews (Hu and Liu 2004), app reviews',
  "Developers' comments: GitHub, Jira, Stack Overflow": "Developers' comments: GitHub, Jira, Stack Overflow",
  'Neutral by nature: TREC questions, requests (CLINC150, Banking77), film plots, encyclopedia and Tatoeba sentences':
    'Neutral by nature: TREC questions, requests (CLINC150, Banking77), film plots, encyclopedia and Tatoeba sentences',
  'Everyday sentences, held-out set': 'Everyday sentences, held-out set',
  'Contrast pairs, held-out set': 'Contrast pairs, held-out set',
  'Everyday sentences of another author, all held out': 'Everyday sentences of another author, all held out',
  'Everyday phrases, held-out set': 'Everyday phrases, held-out set',
  'reasons, held-out set': 'reasons, held-out set',
  'Shopping reviews of ten kinds, hotel reviews and the pos/neg corpus (online_shopping_10_cats, ChnSentiCorp_htl_all, pos/neg)':
    'Shopping reviews of ten kinds, hotel reviews and the pos/neg corpus (online_shopping_10_cats, ChnSentiCorp_htl_all, pos/neg)',
  'waimai_10k, take-away reviews': 'waimai_10k, take-away reviews',
  'SMP2020-EWECT, weibo': 'SMP2020-EWECT, weibo',
  'CCF BDCI 2018, car forum': 'CCF BDCI 2018, car forum',
  'DataFountain 529, bank comments': 'DataFountain 529, bank comments',
  'Zhejiang Cup 2019, cosmetics reviews': 'Zhejiang Cup 2019, cosmetics reviews',
  'Chat lines (of the same three-class collection)': 'Chat lines (of the same three-class collection)',
  'Restaurant reviews with aspects (Dianping), product clauses (Peng et al. 2017), product reviews (NLPCC 2014), Dianping and Senta reviews':
    'Restaurant reviews with aspects (Dianping), product clauses (Peng et al. 2017), product reviews (NLPCC 2014), Dianping and Senta reviews',
  'Weibo emotion: NLPCC 2013 sentences, Li et al. 2016 and CLUEmotion 2020; headlines of Taiwan 2022':
    'Weibo emotion: NLPCC 2013 sentences, Li et al. 2016 and CLUEmotion 2020; headlines of Taiwan 2022',
  'Neutral by nature: questions (LCQMC, AFQMC, SMP2019-ECDT), news titles (THUCNews), encyclopedia (CMRC 2018) and Tatoeba sentences':
    'Neutral by nature: questions (LCQMC, AFQMC, SMP2019-ECDT), news titles (THUCNews), encyclopedia (CMRC 2018) and Tatoeba sentences',
  'Chinese reviews of ten kinds of goods, hotels and take-away (online_shopping_10_cats, ChnSentiCorp_htl_all, waimai_10k, pos/neg)':
    'Chinese reviews of ten kinds of goods, hotels and take-away (online_shopping_10_cats, ChnSentiCorp_htl_all, waimai_10k, pos/neg)',
  'Chinese three-class rows: weibo (SMP2020-EWECT), car forum (CCF BDCI 2018), bank comments (DataFountain 529), cosmetics (Zhejiang Cup 2019), chat lines':
    'Chinese three-class rows: weibo (SMP2020-EWECT), car forum (CCF BDCI 2018), bank comments (DataFountain 529), cosmetics (Zhejiang Cup 2019), chat lines',
  'Chinese reviews, held-out set': 'Chinese reviews, held-out set',
  'Chinese three-class rows of all sources, held-out set': 'Chinese three-class rows of all sources, held-out set',
  'bank comments, held-out set': 'bank comments, held-out set',
  'bank, held-out set': 'bank, held-out set',
  'car forum, held-out set': 'car forum, held-out set',
  'chat lines, held-out set': 'chat lines, held-out set',
  'chat, held-out set': 'chat, held-out set',
  'cosmetics, held-out set': 'cosmetics, held-out set',
  'reviews, held-out set': 'reviews, held-out set',
  'waimai, held-out set': 'waimai, held-out set',
  'weibo, held-out set': 'weibo, held-out set',
  'pos/neg corpus, 1,504 held-out rows: no training or validation row has their texts':
    'pos/neg corpus, 1,504 held-out rows: no training or validation row has their texts',
  'pos/neg corpus of Chinese reviews: rows of online_shopping_10_cats, ChnSentiCorp_htl_all and its own':
    'pos/neg corpus of Chinese reviews: rows of online_shopping_10_cats, ChnSentiCorp_htl_all and its own',
  'online_shopping_10_cats, ChnSentiCorp_htl_all, waimai_10k: texts only, without their labels':
    'online_shopping_10_cats, ChnSentiCorp_htl_all, waimai_10k: texts only, without their labels',
  'Texts other than reviews: it was trained on film reviews only and knows no neutral ones.':
    'Texts other than reviews: it was trained on film reviews only and knows no neutral ones.',
  'Decisions about people.': 'Decisions about people.',
  'Irony, quotations and comparisons, where the words say one thing and the writer another.':
    'Irony, quotations and comparisons, where the words say one thing and the writer another.',
  'Languages other than English.': 'Languages other than English.',
  'Neutral texts: the model knows only negative and positive, and was trained on film reviews.':
    'Neutral texts: the model knows only negative and positive, and was trained on film reviews.',
  'Texts whose judgement does not stand at their end.': 'Texts whose judgement does not stand at their end.',
  'Long texts: it was trained on sentences and phrases.': 'Long texts: it was trained on sentences and phrases.',
  'Neutral texts, and short ones: the model knows only negative and positive, and was trained on film reviews.':
    'Neutral texts, and short ones: the model knows only negative and positive, and was trained on film reviews.',
  'What depends on the order of words over more than three of them.':
    'What depends on the order of words over more than three of them.',
  'Long texts: it forgets fast, and mostly judges the last sentences.':
    'Long texts: it forgets fast, and mostly judges the last sentences.',
  'Irony, reported opinions and comparisons, where the words say one thing and the writer another: about half of the ironic everyday sentences are misread.':
    'Irony, reported opinions and comparisons, where the words say one thing and the writer another: about half of the ironic everyday sentences are misread.',
  'Languages other than Chinese.': 'Languages other than Chinese.',
  'Neutral prose and facts: the default model knows them, this one has seen few.':
    'Neutral prose and facts: the default model knows them, this one has seen few.',
  'Neutral texts: the model knows only negative and positive reviews.':
    'Neutral texts: the model knows only negative and positive reviews.',
  'Texts other than reviews of goods, hotels and food: it knows no neutral texts.':
    'Texts other than reviews of goods, hotels and food: it knows no neutral texts.',
  'Irony, reported opinions and comparisons, where the words say one thing and the writer another.':
    'Irony, reported opinions and comparisons, where the words say one thing and the writer another.',
};
