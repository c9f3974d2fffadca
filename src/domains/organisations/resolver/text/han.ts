// Reads a Chinese name as English words and pinyin, for organisations registered without their Chinese name.
import { pinyin } from 'pinyin-pro'
import { hanPlaces, hanSpelt } from '../tables/han-places.ts'
import { hanWords } from '../tables/han-words.ts'
import { partsBy } from './parts.ts'

/** A place or a person is written as one word in pinyin: 武汉 is Wuhan. */
const spell = (letters: string): string => letters === '' ? '' : pinyin(letters, { toneType: 'none', type: 'array', v: true }).join('')
const words: Record<string, string> = { ...Object.fromEntries(hanPlaces.split(/\s+/).map(place => [place, spell(place)])), ...hanSpelt, ...hanWords }
const partsOf = partsBy(words, 1)
const run = /\p{Script=Han}+/gu

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

export const hanToLatin = (text: string): string => text.replace(run, part => ` ${readRun(part.slice(0, 80))} `)

const readRun = (part: string): string => partsOf(part).map(({ text, meaning }) => meaning ?? spell(text)).filter(Boolean).join(' ')

