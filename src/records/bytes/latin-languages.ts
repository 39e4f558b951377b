/** One language of an old encoding for Latin scripts. */
interface LatinLanguage {
  /** Its letters outside ASCII, in lower case. */
  readonly letters: string;
  /** Frequent short words that nearly every text in the language has. */
  readonly words: string;
}

/** Languages by the encoding that their old files are in. The three encodings differ in a few letters only. */
const LANGUAGES: Readonly<Record<string, readonly LatinLanguage[]>> = {
  'windows-1252': [
    { letters: 'äöüß', words: 'der die das und ist nicht ich ein eine mit für auf sehr aber auch wir sie es zu von' },
    { letters: 'àâæçèéêëîïôœùûüÿ', words: 'le la les et est pas je un une des du de très mais pour avec dans nous trop bien' },
    { letters: 'áéíñóúü', words: 'el la los las y es no un una muy pero para con por que en de lo del me se' },
    { letters: 'áâãàçéêíóôõúü', words: 'o a os as e é não um uma muito mas para com que de do da em no na' },
    { letters: 'àèéìíîòóùú', words: 'il la lo gli le e è non un una molto ma per con che di del della in sono' },
    { letters: 'áéëèïíóöúü', words: 'de het een en is niet ik van met voor op maar ook zeer heel dat dit was' },
    { letters: 'åäöæøéü', words: 'och det att är en inte på som med för jag og er ikke til af på meget ja on ei se oli että' },
    { letters: 'áéíóúýþæöð', words: 'og er ekki að í á það var ég við mjög með en' },
    { letters: 'éèêñçïöüäàôáíóñ', words: 'the and is are was it this that i you we not but with for have of to at in on as be very' },
  ],
  'windows-1250': [
    { letters: 'ąćęłńóśźż', words: 'nie jest to się na i w z bardzo ale do że jak tak po jestem był była są już za od' },
    { letters: 'áčďéěíňóřšťúůýž', words: 'je se na to a v že s ale jsem byl jako si velmi není už pro za po do' },
    { letters: 'áäčďéíĺľňóôŕšťúýž', words: 'je sa na to a v že s ale som bol ako si veľmi nie už pre za po do' },
    { letters: 'áéíóöőúüű', words: 'a az és nem egy hogy is de volt van nagyon meg csak már ez ha mint' },
    { letters: 'ăâîşţșț', words: 'și şi este nu un o de la în cu pe care mai foarte dar am fost' },
    { letters: 'čćđšž', words: 'je i u na se da nije sam ali za od što vrlo bio s in ni so pa zelo' },
  ],
  'windows-1254': [{ letters: 'çğıöşüâîû', words: 've bir bu çok için ama de da değil ile gibi daha ne ben kadar var yok' }],
}; // prettier-ignore

/** Letters that only this encoding has among the three. */
const OWN: Readonly<Record<string, RegExp>> = {
  'windows-1252': /[àâãåæèêëìïñòõøùûÿðþ]/i,
  'windows-1250': /[ąćęłńśźżčďěňřťůĺľŕőűăţđ]/i,
  'windows-1254': /[ğış]|İ/i,
};

/** How well letters and small words of a decoded text are those of a language of the encoding, 0 to 1. */
export function latinFit(encoding: string, text: string): number {
  const sample = text.slice(0, 20_000).toLowerCase();
  const letters = sample.match(/(?![a-z])\p{L}/gu) ?? [];
  const words = sample.match(/\p{L}+/gu) ?? [];
  const own = letters.some((letter) => OWN[encoding].test(letter)) || encoding === 'windows-1252';
  const fits = LANGUAGES[encoding].map((language) => {
    const known = new Set(language.words.split(' '));
    const share = letters.filter((letter) => language.letters.includes(letter)).length / Math.max(1, letters.length);
    const spoken = words.filter((word) => known.has(word)).length / Math.max(1, words.length);
    return (letters.length === 0 ? 1 : share ** 2) * (0.7 + 0.3 * Math.min(1, 5 * spoken));
  });
  return Math.max(...fits) * (own ? 1 : 0.7);
}
