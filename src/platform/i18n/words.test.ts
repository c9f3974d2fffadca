// Every room says everything in all four languages, with the same values in it, and nothing is left in English.
import { IntlMessageFormat } from 'intl-messageformat'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isLeftInEnglish } from './left-in-english.ts'
import { type Locale, locales } from './locale.ts'
import { readWords, roomOf, translator, wordFiles } from './words.ts'

const folders = [...new Set(locales.flatMap((locale) => wordFiles(locale).map((file) => dirname(file))))].toSorted()

test('the rooms with words are found, each room once', () => {
  const rooms = folders.map((folder) => roomOf(join(folder, 'en.json')))
  expect(rooms).toContain('web')
  expect(rooms.filter((room, index) => rooms.indexOf(room) !== index)).toEqual([])
})

describe.each(folders)('%s', (folder) => {
  const words = Object.fromEntries(locales.map((locale) => [locale, read(folder, locale)])) as Record<Locale, Record<string, string>>

  test('all four files have the same keys', () => {
    for (const locale of locales) expect(Object.keys(words[locale]).toSorted(), locale).toEqual(Object.keys(words.en).toSorted())
  })

  test('every message can be parsed and uses the same values in each language', () => {
    const wrong = entries(words).filter(([locale, key, message]) => String(variables(message, key)) !== String(variables(words.en[key] ?? '', `${locale} ${key}`)))
    expect(wrong.map(([locale, key]) => `${locale} ${key}`)).toEqual([])
  })

  test('a plural has the forms its language needs', () => {
    const wrong = entries(words).flatMap(([locale, key, message]) => missingForms(message, locale).map((form) => `${locale} ${key} lacks ${form}`))
    expect(wrong).toEqual([])
  })

  test('nothing is empty and nothing is left in English', () => {
    const wrong = entries(words).filter(([locale, key, message]) => message.trim() === '' || (locale !== 'en' && isLeftInEnglish(message, words.en[key] ?? '')))
    expect(wrong.map(([locale, key, message]) => `${locale} ${key}: ${message}`)).toEqual([])
  })
})

test('a room\'s words are said under its name', () => {
  expect(translator('ru')('web.table.chosen', { count: 22 })).toBe('Выбраны 22 строки')
  expect(translator('ur')('web.places.today')).toBe('آج')
})

function read(folder: string, locale: Locale): Record<string, string> {
  try {
    return readWords(join(folder, `${locale}.json`))
  } catch (cause) {
    throw new Error(`${relative(process.cwd(), folder)}/${locale}.json is missing or is not JSON`, { cause })
  }
}

const entries = (words: Record<Locale, Record<string, string>>): [Locale, string, string][] =>
  locales.flatMap((locale) => Object.entries(words[locale]).map(([key, message]): [Locale, string, string] => [locale, key, message]))

/** A piece of a parsed message: plain words have only a value, choices have options, plurals also a plural type. */
type Piece = { value?: string; options?: Record<string, { value: Piece[] }>; pluralType?: 'cardinal' | 'ordinal'; children?: Piece[] }
const literal = 0

function walk(pieces: Piece[], visit: (piece: Piece) => void): void {
  for (const piece of pieces) {
    visit(piece)
    for (const { value } of Object.values(piece.options ?? {})) walk(value, visit)
  }
}

function variables(message: string, key: string): string[] {
  const names = new Set<string>()
  walk(parsed(message, key), (piece) => piece.value !== undefined && (piece as { type?: number }).type !== literal && names.add(piece.value))
  return [...names].toSorted()
}

function parsed(message: string, key: string): Piece[] {
  try {
    return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst() as Piece[]
  } catch (cause) {
    throw new Error(`${key} is no ICU message: ${message}`, { cause })
  }
}

function missingForms(message: string, locale: Locale): string[] {
  const missing: string[] = []
  walk(parsed(message, locale), ({ pluralType, options }) => {
    if (!pluralType || !options) return
    const needed = new Intl.PluralRules(locale, { type: pluralType }).resolvedOptions().pluralCategories
    missing.push(...needed.filter((form) => !(form in options)))
  })
  return missing
}
