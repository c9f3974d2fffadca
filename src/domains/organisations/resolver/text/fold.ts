// Brings any script to plain lower-case letters: no diacritics, no variants; Chinese characters stay as they are.
import anyAscii from 'any-ascii'

const plain = /^[a-zA-Z0-9]*$/
const han = /\p{Script=Han}/u
const arabic = /^\p{Script=Arabic}/u
/** الأقصر is Luxor with the article. */
const article = /^ال(?=...)/u
const marks = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g
const variants: Record<string, string> = { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ہ: 'ه', ھ: 'ه', أ: 'ا', إ: 'ا', آ: 'ا', ؤ: 'و', ئ: 'ی', ۂ: 'ه', ۀ: 'ه', ٱ: 'ا', ё: 'е' }
const variant = /[يىكةہھأإآؤئۂۀٱё]/g
/** Cyrillic endings that any-ascii leaves unlike the usual Latin spelling of the same name. */
const russianEnding = /(skiy|skij|skiy|skii|tskiy)$/

export function fold(word: string): string {
  if (plain.test(word)) return word.toLowerCase()
  const lower = word.normalize('NFKC').toLowerCase().replace(variant, letter => variants[letter] ?? letter).normalize('NFD').replace(marks, '')
  if (arabic.test(lower)) return anyAscii(lower.replace(article, '')).toLowerCase().replace(/[^a-z0-9]/g, '')
  if (han.test(lower)) return lower.normalize('NFC')
  return anyAscii(lower.normalize('NFC')).toLowerCase().replace(/[^a-z0-9]/g, '').replace(russianEnding, 'sky')
}

/** One string for "the same text again": folded words in their order, single spaces. */
export function keyOf(text: string): string {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(fold).filter(Boolean).join(' ')
}

const entities: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', ndash: '-', mdash: '-', rsquo: "'", lsquo: "'" }

/** Takes off what a web page, a spreadsheet or a PDF leaves around a name. */
export function clean(text: string): string {
  return loose(text).replace(/\s+/g, ' ').trim()
}

/** As cleaned, but where a line or a wide gap parted the text, a new line still does. */
export const cleanLines = (text: string): string => loose(text.replace(/[\t\r\n]+|[ \u00a0]{2,}/g, '\u2028')).replace(/[^\S\u2028]+/g, ' ').replace(/\s*\u2028\s*/g, '\n').trim()

function loose(text: string): string {
  return text.slice(0, 2000)
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/&amp;(?=#|[a-z])/gi, '&')
    .replace(/&(#\d{1,6}|#x[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => name.startsWith('#') ? letterOf(name) : entities[name.toLowerCase()] ?? whole)
    .replace(/#TAB#/g, ' ').replace(/\ufffd|\u00ef\u00bf\u00bd/g, '')
    .replace(/[\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/g, ' ')
    .replace(/[，、]/g, ', ').replace(/（/g, ' (').replace(/）/g, ') ').replace(/；/g, '; ')
}

function letterOf(entity: string): string {
  const code = Number(entity.slice(1).replace(/^x/i, '0x'))
  return code > 31 && code < 0x10ffff ? String.fromCodePoint(code) : ' '
}
