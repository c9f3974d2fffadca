// Turns a key and its values into a sentence: ICU MessageFormat, parsed once per key and language.
import { IntlMessageFormat } from 'intl-messageformat'
import { dir, type Locale } from './locale.ts'

export type Words = Record<string, string>
export type Values = Record<string, unknown>
export type Text = (key: string, values?: Values) => string

/** A missing key shows itself, so that nobody sees an empty button and a test sees the key. */
export function textIn(locale: Locale, words: Words): Text {
  const parsed = new Map<string, Parsed>()
  const parse = (key: string, message: string) => {
    const format = new IntlMessageFormat(message, intlTag(locale), undefined, { ignoreTag: true })
    const known = { format, choosing: choosing(format.getAst() as Piece[]) }
    parsed.set(key, known)
    return known
  }
  return (key, values) => {
    const message = words[key]
    if (message === undefined) return key
    if (!message.includes('{') && !message.includes("'")) return message
    const { format, choosing } = parsed.get(key) ?? parse(key, message)
    try {
      return oneStop(String(format.format(whole(values ?? {}, locale, choosing) as never)))
    } catch {
      // A value was not given: the sentence with its gap is still more use than an error page.
      return withGaps(message)
    }
  }
}

/** What ends with a stop of its own, «2030 г.» or «Co., Ltd.», ends the sentence too. */
const oneStop = (said: string): string => (said.includes('..') ? said.replaceAll(/(?<=\p{L})\.\.(?=\s|$|[»”")])/gu, '.') : said)

type Parsed = { format: IntlMessageFormat; choosing: ReadonlySet<string> }
type Piece = { value?: string; options?: Record<string, { value: Piece[] }>; pluralType?: string }

/** The values by which a sentence is chosen: they are words of the code and are compared as they are. */
const choosing = (pieces: Piece[]): ReadonlySet<string> =>
  new Set(pieces.flatMap(({ value, options, pluralType }) => (options ? [...(pluralType ? [] : [value!]), ...Object.values(options).flatMap((one) => [...choosing(one.value)])] : [])))

function withGaps(message: string): string {
  const closed = message.replaceAll(/\{[^{}]*\}/g, '…')
  return closed === message ? message : withGaps(closed)
}

const tags: Record<Locale, string> = { en: 'en-GB', zh: 'zh-Hans', ru: 'ru', ur: 'ur' }

/** Western digits and the Gregorian calendar in every language, as agreements are dated; in English the day before the month. */
export const intlTag = (locale: Locale): string => `${tags[locale]}-u-ca-gregory-nu-latn`

const FSI = '\u2068'
const PDI = '\u2069'

/** Keeps a piece of text from reordering its neighbours (Unicode bidi isolates, UAX #9). */
export const isolate = (text: string): string => `${FSI}${text}${PDI}`

const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const leftToRightLetters = /[A-Za-z0-9\u00c0-\u024f\u0400-\u04ff\u4e00-\u9fff]/

/** Values that run against the sentence are isolated; the others stay as they are. */
function whole(values: Values, locale: Locale, choosing: ReadonlySet<string>): Values {
  const against = dir(locale) === 'rtl' ? leftToRightLetters : rightToLeftLetters
  const entries = Object.entries(values)
  if (!entries.some(([, value]) => typeof value === 'string' && against.test(value))) return values
  return Object.fromEntries(entries.map(([key, value]) => [key, typeof value === 'string' && against.test(value) && !choosing.has(key) ? isolate(value) : value]))
}
