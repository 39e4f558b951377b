/** What decodes bytes, as `TextDecoder` does. */
export type ByteDecoder = Pick<TextDecoder, 'decode'>;

/**
 * A decoder of an encoding as the Encoding Standard has it. Node's and Electron's own, of ICU, lack what Microsoft and
 * Hong Kong added to two of them, and take GBK for a smaller one than GB18030; some versions of Node take Windows-1252
 * for Latin-1.
 */
export function decoderOf(encoding: string): ByteDecoder {
  const native = new TextDecoder(encoding);
  if (native.encoding === 'euc-kr') return isWhole() ? native : new KoreanDecoder(native);
  if (native.encoding === 'big5') return { decode: (bytes, options) => inHongKong(native.decode(bytes, options)) };
  if (native.encoding === 'windows-1252') return { decode: (bytes, options) => inWindows(native.decode(bytes, options)) }; // prettier-ignore
  return native.encoding === 'gbk' ? new TextDecoder('gb18030') : native;
}

const isWhole = (): boolean => new TextDecoder('euc-kr').decode(Uint8Array.of(0x81, 0x41)) === '갂';

const FIRST = 0xac00;
const LAST = 0xd7a3;
/** Pairs from 0xA1A1 on are those of KS X 1001; the others begin at 0x8141 and at 0xA141. */
const OWN = 0xa1;
const WIDE = 178;
const NARROW = 84;

/**
 * Korean as Windows writes it: KS X 1001 has 2,350 syllables, among them none of 됬 or 뷁. Windows' code page 949 has
 * the other 8,822 in the order of Unicode, in the pairs that are free, so they are counted here and need no table.
 */
class KoreanDecoder implements ByteDecoder {
  private held: number[] = [];

  constructor(private readonly native: ByteDecoder) {}

  decode(bytes: Uint8Array = new Uint8Array(), { stream = false }: { readonly stream?: boolean } = {}): string {
    const all = this.held.length > 0 ? Uint8Array.from([...this.held, ...bytes]) : bytes;
    this.held = [];
    let [text, from, at] = ['', 0, 0];
    while (at < all.length) {
      if (all[at] <= 0x80 || all[at] === 0xff) at++;
      else if (at + 1 === all.length && stream) break;
      else {
        const [lead, trail] = all.subarray(at, at + 2);
        const isOwn = lead >= OWN && trail >= OWN;
        // A byte that begins no character is replaced alone; the byte behind it only where that is not ASCII.
        const width = isOwn || trail > 0x7f || addedSyllable(lead, trail) !== undefined ? 2 : 1;
        if (!isOwn) {
          text += this.native.decode(all.subarray(from, at)) + (addedSyllable(lead, trail) ?? '\uFFFD');
          from = at + width;
        }
        at += width;
      }
    }
    at = Math.min(at, all.length);
    this.held = [...all.subarray(at)];
    return text + this.native.decode(all.subarray(from, at));
  }
}

let added: readonly string[] | undefined;

/** The syllable of a pair that KS X 1001 does not have. */
function addedSyllable(lead: number, trail: number): string | undefined {
  if (lead >= OWN && trail >= OWN) return undefined;
  const column = trail >= 0x81 ? trail - 0x81 + 52 : trail >= 0x61 && trail <= 0x7a ? trail - 0x61 + 26 : trail >= 0x41 && trail <= 0x5a ? trail - 0x41 : -1; // prettier-ignore
  if (column < 0) return undefined;
  added ??= otherSyllables();
  return added[lead < OWN ? (lead - 0x81) * WIDE + column : (OWN - 0x81) * WIDE + (lead - OWN) * NARROW + column];
}

function otherSyllables(): readonly string[] {
  const pairs = Array.from({ length: 0xc8 - 0xb0 + 1 }, (_, lead) =>
    Array.from({ length: 0xfe - OWN + 1 }, (_, trail) => [0xb0 + lead, OWN + trail]),
  );
  const own = new Set(new TextDecoder('euc-kr').decode(Uint8Array.from(pairs.flat(2))));
  return Array.from({ length: LAST - FIRST + 1 }, (_, i) => String.fromCharCode(FIRST + i)).filter((one) => !own.has(one)); // prettier-ignore
}

/** The characters of Cantonese and of Hong Kong's names that are frequent, each after its place among those of private use. */
const HONG_KONG =
  'e0a5嘅ecd9咗ecd8喺ecda啲ecb1嘢e5a2哋e547嚟ecd7嗰ecc7嘥eca9攰e420瞓e7d4啱ecb2嘞eccd噃ecd2嗱ecd0㗎ecef啩ec9f嚿ecf3冚e88c埗eca2孭eced掹ecec揼e18e揸e183攞ecd3曱ecd6甴ebf3氹f3ff溚f4f4煀e77f脷e20e舦e443贃eca1踎eb79軚ea61逳e473邨f4ea閪e80b餸ed80埞e739啫ecce吖e08d吓f43e唥f645惗ecee揾f4b6氽ecea燶e9ec糭ecb3罉ecbc脗ed02膶e587蔃ecfb踭ea5b軭e81c鈪e2c2鎅e4e1顋e480鈎e2e5着e27c牀e40c衞e357綫e11a峯';
const BY_PLACE = new Map([...HONG_KONG.matchAll(/([0-9a-f]{4})(\P{ASCII})/gu)].map(([, place, one]) => [String.fromCharCode(parseInt(place, 16)), one])); // prettier-ignore

/** Big5 with what Hong Kong added: ICU leaves it in the area of private use, where nobody can read it. */
const inHongKong = (text: string): string => text.replace(/[\uE000-\uF8FF]/g, (one) => BY_PLACE.get(one) ?? one);

const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const inWindows = (text: string): string => text.replace(/[\x80-\x9f]/g, (one) => WINDOWS[one.charCodeAt(0) - 0x80]);
