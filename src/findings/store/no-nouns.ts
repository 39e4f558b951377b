/**
 * English words that stand beside nouns and are none: adjectives (“call the room clean”, “a clean and quiet room”), adverbs
 * (“did the room again”) and forms of verbs (“watched the lift stop”). Words that are nouns as often are below.
 */
const WORDS = `
able absent absurd accurate active actual addictive adequate afraid afterwards aggressive agile agree ahead alive alone already alright also
always amazing ample ancient annoying annual anymore anyway anywhere apart apologetic appalling appropriate around arrive arrives aside
asleep ate attentive attractive authentic available average awake aware awful awkward bare basic beautiful became become becomes beforehand
began begin believe beneficial bent best better big bigger bitter black bland blank blind blue blunt blurry boil bold boring bought brave
brief bright brighter brilliant bring brings brittle broad broken brought brown bulky bumpy burnt bustling busy buy calm came chaotic
charming cheap cheaper cheesy chewy chic chilly classy clean clear clever closer clumsy clunky colder come comes comfy common compact
competent complete complex confident confusing consistent constant convenient cool correct cosy cozy crazy creaky creamy creative crispy
crowded crucial cruel crunchy curious current cute daily damp dark darker dead deaf dear decent deep defective delicate deliver dense dental
die dies different difficult dim direct dirty disappointing disgusting dishonest dismal distant distinct divine downstairs dramatic dry due
dull dumb dusty eager earlier early easier easy economical edible effective efficient electric elegant else embarrassing emotional empty
encouraging endless energetic enjoy enthusiastic equal essential ever everywhere exact excellent exceptional excessive exciting exhausting
exotic expect expensive extra extreme fail fails faint fair fake false familiar fancy fantastic far fast faster fatal faulty fell felt
feminine fertile fierce filthy final financial fine flimsy foggy foreign forever forget forgot found fragile frail frank free frequent fresh
fresher friendlier friendly froze frozen frustrating fuller functional funny gave generous gentle genuine get gets gigantic give gives glad
gloomy go goes gone gorgeous got grand gray greasy greedy green grey gross grumpy guilty handsome handy happen happens happier happy hard
harder harsh hate hated healthy heard hearty heavier heavy hectic here hidden higher hollow honest horrible horrid horrific hostile hotter
huge humble humid hungry hygienic icy ideal ignore ill immediate immense impatient impolite important impressive improve inaccurate
incomplete inconsistent inconvenient incorrect indeed indifferent indoors inedible inexpensive inferior innocent insane inside instant
instead intact intense interesting international intrusive inviting juicy keen keep keeps kept kind knew know knows lacking laggy large
larger lasts late later latest lazy leaking leaky lean leave leaves left legal lengthy let likely listen live lively logical lonely longer
loose lost loud louder love lovely lower loyal lucky lukewarm mad made magical major make makes marvellous masculine massive mature maybe
mean meanwhile mediocre melt mere messy met mild minimal minor misleading missing modern modest moist moldy mouldy moving muddy musical
musty narrow nasty natural naughty near nearby neat necessary negative nervous neutral never newer next nicer noisier noisy normal nowhere
numb obvious odd offensive often older online organic original outdated outdoors outside outstanding overcooked overheat overnight
overpriced own paid pale pathetic perfect perhaps permanent personal phenomenal physical picky pink plain pleasant polite poor popular posh
positive practical precise prefer pregnant previous pricey primitive private prompt proper proud pure purple put quick quicker quiet quieter
ran rang rapid rare raw ready real recent recommend red refreshing refuse regular relaxing relevant remember responsive rich rigid ripe
roomy rotten rough royal rude running rural rusty sad safer said salty sang sank sat satisfactory satisfying say says scarce scared scratchy
secure see seem seems seen seldom send senior sensational sensitive sent separate severe sexy shabby shaky shallow sharp sheer shiny
shocking shorter shrank shrink shy sick silent silly similar simple sincere sit skinny sleek sleepy slept slick slight slim slippery slow
slower sluggish smaller smart smelly smooth smoother snug soft softer soggy sold solid somehow sometimes somewhere soon sooner sore sour
speak special specific spectacular spicy spoke stable stale stand steady steep sterile sticky stiff stood straight strange strict strong
stronger stubborn stuck stuffy stunning stupid sturdy subtle sudden sunny super superb superior supportive sure surprising sweaty swift
swollen sympathetic take taken takes tall taller tasty tell terrible terrific then there thick thicker thin think thinks thinner thorough
though threw thus tidy tight timid tiny tired tiring today together told tomorrow tonight took tore torn tough toxic traditional trendy
tricky tropical true trustworthy twice typical ugly unclean understand underwhelming uneven unfit unhygienic unique unprofessional unsafe
unsteady untidy unwilling upset upstairs urgent usual vague valid vast vertical vibrant vile violent vital vivid vulgar waiting want wants
warm warmer watery weak weaker wear weird welcoming went wet white wide wider wild willing windy wise wobbly woke won wooden wore worn
worried worth worthy write written wrote yellow yesterday young younger yummy`;
const NO_NOUNS = new Set(WORDS.trim().split(/\s+/u));

/** Nouns that are as often something else, so that only a determiner right before them tells: “found the coffee cold”. */
export const OFTEN_NO_NOUNS: ReadonlySet<string> = new Set(
  `brand break brown burn close cold cook cotton crack crash crisp cry double drive fat firm fit flat fun gold full help high home hot laugh leak
  light local look low main master medical model open patient pay pink plastic play present quit rest ring rubbish run saw shut silver sink sleep smell smoke
  sound square standard start stay stop sweat sweet talk taste turn wait walk work`.split(/\s+/u),
);

/** “comfortable”, “useless”, “spacious” … */
const ADJECTIVE = /(?:ful|less|ous|able|ible|ish|esque)$/u;
/** … but not “the table”, “a dish”. */
const NOUNS_LIKE_ADJECTIVES = new Set(
  'table tables cable vegetable timetable constable syllable variable handful spoonful mouthful armful dish fish finish polish varnish rubbish radish relish wish crayfish bible crucible'.split(
    ' ',
  ),
);
/** “cleanest”, but not “the guest”. */
const SUPERLATIVE = /[^aeiou]est$/u;
const NOUNS_LIKE_SUPERLATIVES = new Set(
  'test forest chest nest contest interest protest harvest arrest breast vest pest rest digest west crest zest jest'.split(
    ' ',
  ),
);

/** Whether an English word is an adjective, an adverb or a form of a verb, and no noun. */
export function isNoEnglishNoun(word: string): boolean {
  if (NO_NOUNS.has(word)) return true;
  if (word.startsWith('un') && NO_NOUNS.has(word.slice(2))) return true;
  if (ADJECTIVE.test(word)) return !NOUNS_LIKE_ADJECTIVES.has(word);
  return SUPERLATIVE.test(word) && !NOUNS_LIKE_SUPERLATIVES.has(word);
}
