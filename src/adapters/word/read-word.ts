// The one door for Word files: bytes that are not trusted in, rich text by clause out, or a refusal that says why.
import { readXml } from '#platform/office/xml.ts'
import { readNumbering } from './numbering.ts'
import { openWord } from './open-word.ts'
import { partsOf, type WordPart } from './parts.ts'
import { refusal } from './refuse.ts'
import { readStyles } from './styles.ts'
import { type Problem, TextReader } from './text.ts'

/** `problems`: what was left out, each with its words under its key and how often. */
export interface WordText { parts: WordPart[]; problems: { key: `word.${Problem}`; count: number }[] }

export async function readWord(bytes: Uint8Array): Promise<WordText> {
  const file = await openWord(bytes)
  const reader = new TextReader(await readStyles(file), await readNumbering(file))
  await readXml(file.package, file.main, {
    open: (tag, attributes) => reader.open(tag, attributes), text: (text) => reader.text(text), close: (tag) => reader.close(tag),
  })
  if (file.outside > 0) reader.problems.set('links-left-out', file.outside)
  const parts = partsOf(reader.items, () => reader.say('clauses-twice'))
  if (parts.every(({ blocks, changes }) => blocks.length === 0 && changes.length === 0)) throw refusal('no-text')
  return { parts, problems: [...reader.problems].map(([key, count]) => ({ key: `word.${key}` as const, count })) }
}
