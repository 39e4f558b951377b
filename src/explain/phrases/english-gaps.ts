import { NO_GAP, DEFAULT_GAP, type Gap } from './gap';

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean));

/** Open a clause that says something of its own. */
const CLAUSE = setOf(`but although though however yet because since unless except despite whereas while which who whose
  whom where when whenever if whether until so instead otherwise plus`);
const COORDINATE = setOf('and or nor & then');
const PREPOSITIONS = setOf(`of in on at by for with about into onto from to as than like through during before after
  between among against within along across behind beyond under over around near without per via past upon towards toward
  inside outside throughout unlike besides till`);
const NEGATORS = setOf(`not no never none nothing nobody nowhere neither hardly barely scarcely rarely seldom without
  cannot lack lacks lacked fail fails failed`);
const NEGATED = /n['’]?t$/u;
/** Stand before the word that they belong to. */
const DETERMINERS = setOf(`a an the this that these those my your his her its our their some any every each both all
  another such what one's`);
const DEGREES = setOf(`very really so too quite rather pretty extremely absolutely totally completely utterly fairly
  incredibly truly highly super just more most less least much even only still almost nearly such as far way way
  a-bit somewhat especially always ever perfectly`);
const AUXILIARIES = setOf(`am is are was were be been being do does did have has had having will would shall should can
  could may might must get gets got getting gotta gonna wanna 's 're 've 'll`);
const SUBJECTS = setOf(`i we you he she it they there i'm we're you're he's she's it's they're that's there's i've we've
  they've you've i'd we'd they'd he'd she'd i'll we'll you'll they'll it'll this everyone everybody someone somebody
  anyone`);
const PARTICLES = setOf('up out off down away back apart together over around through on in');

/**
 * How strongly a phrase ends between two English words, by grammar: conjunctions, prepositions and subjects open a phrase,
 * negators, degrees, determiners and auxiliaries stay with what follows, phrasal particles with their verb.
 */
export function englishGap(left: string, right: string, before?: string): Gap {
  if (NEGATORS.has(left) || NEGATED.test(left) || DEGREES.has(left)) return NO_GAP;
  if (DETERMINERS.has(left)) return NO_GAP;
  if (CLAUSE.has(right)) return CLAUSE.has(left) || COORDINATE.has(left) ? 0.1 : 0.75;
  if (CLAUSE.has(left) || COORDINATE.has(left)) return 0.1;
  if (COORDINATE.has(right)) return 0.6;
  if (SUBJECTS.has(left)) return 0.15;
  if (AUXILIARIES.has(left)) return 0.1;
  if (PREPOSITIONS.has(left)) return PARTICLES.has(left) && before !== undefined ? 0.25 : 0.1;
  if (PARTICLES.has(right)) return 0.15;
  if (SUBJECTS.has(right)) return 0.6;
  if (PREPOSITIONS.has(right)) return right === 'of' ? 0.25 : 0.45;
  if (NEGATORS.has(right) || NEGATED.test(right)) return 0.5;
  if (AUXILIARIES.has(right)) return 0.4;
  if (DETERMINERS.has(right) || DEGREES.has(right)) return 0.4;
  return DEFAULT_GAP;
}
