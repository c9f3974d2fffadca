// From bytes to text, whatever the office that saved the file was set to. An encoding is taken only if every byte fits it.
import { analyse } from 'chardet'
import { refusal } from './refuse.ts'

export interface Decoded { text: string; encoding: string }

/** chardet's names for encodings the platform's decoder calls otherwise; ISO-8859-1 and -9 are in practice their Windows supersets. */
const decoderNames: Record<string, string> = {
  'iso-8859-1': 'windows-1252', 'iso-8859-9': 'windows-1254', ascii: 'utf-8', mbcs: 'utf-8', sbcs: 'windows-1252',
}
const singleByte = ['windows-1251', 'koi8-r', 'windows-1256', 'windows-1254', 'windows-1250', 'windows-1252']
const sampleBytes = 200_000

export function decode(bytes: Uint8Array, wanted?: string): Decoded {
  if (wanted !== undefined) return attempt(bytes, wanted) ?? refuse(wanted)
  const marked = byMark(bytes)
  if (marked) return attempt(bytes, marked) ?? refuse(marked)
  const wide = withoutMark(bytes)
  if (wide) return attempt(bytes, wide) ?? refuse(wide)
  if (bytes.subarray(0, sampleBytes).includes(0)) throw refusal('not-a-spreadsheet')
  return attempt(bytes, 'utf-8') ?? guess(bytes) ?? refuse('?')
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without its mark still shows: separators and line ends leave a zero on every second place. */
function withoutMark(bytes: Uint8Array): string | null {
  const zeros = [0, 0]
  const sample = bytes.subarray(0, 4096)
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2]!++
  const [even, odd] = zeros as [number, number]
  if (even + odd < sample.length / 50) return null
  if (odd > even * 10) return 'utf-16le'
  return even > odd * 10 ? 'utf-16be' : null
}

function guess(bytes: Uint8Array): Decoded | null {
  const said = analyse(bytes.subarray(0, sampleBytes))
  const named = said.map(({ name, confidence }) => ({ name: decoderNames[name.toLowerCase()] ?? name.toLowerCase(), confidence }))
  const others = singleByte.filter((name) => !named.some((one) => one.name === name)).map((name) => ({ name, confidence: 0 }))
  let best: { decoded: Decoded; score: number } | null = null
  for (const { name, confidence } of [...named, ...others]) {
    const decoded = attempt(bytes, name)
    if (!decoded) continue
    const score = confidence / 100 + plausibility(decoded.text.slice(0, 20_000)) * 2
    if (!best || score > best.score) best = { decoded, score }
  }
  return best?.decoded ?? null
}

const words = /[\p{L}\p{M}]+/gu

/** How much the words of a text look like words: one script each, capitals only in front, no signs in the middle; ð and þ are what Turkish ğ and ş turn into. */
export function plausibility(text: string): number {
  let good = 0
  let bad = (text.match(/[\p{Co}\p{Cn}\u0080-\u009f¤¦¨¬¯´¸\u2500-\u259fðþÐÞ]/gu)?.length ?? 0) * 3
  for (const [word] of text.matchAll(words)) {
    if (/^\p{ASCII}+$/u.test(word)) continue
    if (looksLikeWord(word)) good += word.length
    else bad += word.length
  }
  return good + bad === 0 ? 0 : (good - bad) / (good + bad)
}

function looksLikeWord(word: string): boolean {
  if (/^[\u4e00-\u9fff]+$/u.test(word)) return true
  if (/^[\u0600-\u06ff]+$/u.test(word)) return true
  if (/^[ёЁа-яА-Я]+$/u.test(word)) return /^.?[ёа-я]*$/u.test(word) || /^[ЁА-Я]+$/u.test(word)
  if (/^\p{Script=Latin}+$/u.test(word)) return /[a-z]{2}/.test(word) && /^.?[\p{Ll}]*$/u.test(word) && !/[^\p{ASCII}]{3}/u.test(word)
  return /^(\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Greek}|\p{Script=Thai}|\p{Script=Hebrew}|\p{M}|[\u4e00-\u9fff])+$/u.test(word)
}

function attempt(bytes: Uint8Array, encoding: string): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding: new TextDecoder(encoding).encoding }
  } catch {
    return null
  }
}

function refuse(encoding: string): never {
  throw refusal('unknown-encoding', { encoding })
}
