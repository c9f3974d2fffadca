// The server's dictionary: every room's `words/<locale>.json`, read once. A room's keys begin with the room's name.
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Locale, locales } from './locale.ts'
import { type Text, textIn, type Words } from './message.ts'

const source = resolve(import.meta.dirname, '../..')

/** `src/domains/agreements/words/en.json` is the room `agreements`. */
export const roomOf = (file: string): string => basename(dirname(dirname(file)))

export const wordFiles = (locale: Locale): string[] =>
  globSync(`**/words/${locale}.json`, { cwd: source }).map((file) => join(source, file)).toSorted()

export const readWords = (file: string): Words => JSON.parse(readFileSync(file, 'utf8')) as Words

const dictionaries = new Map<Locale, Words>()

export function wordsFor(locale: Locale): Words {
  const known = dictionaries.get(locale)
  if (known) return known
  const words = Object.fromEntries(wordFiles(locale).flatMap((file) => prefixed(roomOf(file), readWords(file))))
  dictionaries.set(locale, words)
  return words
}

const prefixed = (room: string, words: Words): [string, string][] =>
  Object.entries(words).map(([key, message]) => [`${room}.${key}`, message])

const speakers = new Map<Locale, Text>(locales.map((locale) => [locale, lazily(() => textIn(locale, wordsFor(locale)))]))

/** How this language says things: `translator('ru')('agreements.title')`. */
export const translator = (locale: Locale): Text => speakers.get(locale)!

function lazily(make: () => Text): Text {
  let text: Text | undefined
  return (key, values) => (text ??= make())(key, values)
}
