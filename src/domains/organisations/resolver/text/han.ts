// Reads a Chinese name as English words and pinyin, for organisations registered without their Chinese name.
import { pinyin } from 'pinyin-pro'
import { hanPlaces, hanSpelt } from '../tables/han-places.ts'
import { hanWords } from '../tables/han-words.ts'

/** A place or a person is written as one word in pinyin: 武汉 is Wuhan. */
const spell = (letters: string): string => letters === '' ? '' : pinyin(letters, { toneType: 'none', type: 'array', v: true }).join('')
const words: Record<string, string> = { ...Object.fromEntries(hanPlaces.split(/\s+/).map(place => [place, spell(place)])), ...hanSpelt, ...hanWords }
const longest = Math.max(...Object.keys(words).map(word => word.length))
const run = /\p{Script=Han}+/gu

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

export const hanToLatin = (text: string): string => text.replace(run, part => ` ${readRun(part.slice(0, 80))} `)

function readRun(part: string): string {
  const out: string[] = []
  let unknown = ''
  for (let at = 0; at < part.length;) {
    const word = wordAt(part, at)
    if (word === null) {
      unknown += part[at] ?? ''
      at++
      continue
    }
    out.push(spell(unknown), words[word] ?? '')
    unknown = ''
    at += word.length
  }
  return [...out, spell(unknown)].filter(Boolean).join(' ')
}

function wordAt(part: string, at: number): string | null {
  for (let length = Math.min(longest, part.length - at); length > 0; length--) {
    const word = part.slice(at, at + length)
    if (Object.hasOwn(words, word)) return word
  }
  return null
}

