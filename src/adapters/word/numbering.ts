// Numbers that Word counts by itself, as they are seen: which paragraphs are items of a list, and what stands before the others (ECMA-376 part 1, 17.9).
import { readXml } from '#platform/office/xml.ts'
import type { WordFile } from './open-word.ts'

interface Level { format: string; text: string; start: number }
/** By number of the list: its abstract list and its levels. */
export type Numbering = Map<string, { abstract: string; levels: Map<number, Level> }>

export async function readNumbering({ package: from, parts }: WordFile): Promise<Numbering> {
  const abstracts = new Map<string, Map<number, Level>>()
  const lists: Numbering = new Map()
  let levels = new Map<number, Level>()
  let level: Level = { format: 'decimal', text: '', start: 1 }
  let list = ''
  const part = parts.get('numbering')
  if (!part || !from.has(part)) return lists
  await readXml(from, part, {
    open(tag, attributes) {
      const value = attributes['w:val'] ?? ''
      if (tag === 'abstractNum') abstracts.set(attributes['w:abstractNumId'] ?? '', (levels = new Map()))
      else if (tag === 'lvl') levels.set(Number(attributes['w:ilvl']), (level = { format: 'decimal', text: '', start: 1 }))
      else if (tag === 'start') level.start = Number(value) || 0
      else if (tag === 'numFmt') level.format = value
      else if (tag === 'lvlText') level.text = value
      else if (tag === 'num') list = attributes['w:numId'] ?? ''
      else if (tag === 'abstractNumId') lists.set(list, { abstract: value, levels: abstracts.get(value) ?? new Map<number, Level>() })
    },
  })
  return lists
}

/** `bullet` and `item` are items of a list; `label` is a number that belongs to the text, such as `Article 2` or `1.3`. */
export type Numbered = { kind: 'bullet' | 'item' } | { kind: 'label'; label: string }

export function counter(numbering: Numbering): (list: string, depth: number, isHeading: boolean) => Numbered | undefined {
  const counts = new Map<string, number[]>()
  return (list, depth, isHeading) => {
    const known = numbering.get(list)
    const level = known?.levels.get(depth)
    if (!known || !level || level.format === 'none') return undefined
    if (level.format === 'bullet') return { kind: 'bullet' }
    const count = counts.get(known.abstract) ?? []
    counts.set(known.abstract, count)
    count.length = Math.min(count.length, depth + 1)
    for (let at = 0; at <= depth; at++) count[at] ??= (known.levels.get(at)?.start ?? 1) - (at === depth ? 1 : 0)
    count[depth]!++
    const label = level.text.replace(/%(\d)/g, (_, at: string) => written(count[Number(at) - 1] ?? 1, known.levels.get(Number(at) - 1)?.format ?? 'decimal'))
    return isHeading || !/^\(?%\d[.)]?$/.test(level.text) ? { kind: 'label', label } : { kind: 'item' }
  }
}

function written(count: number, format: string): string {
  if (format === 'upperLetter' || format === 'lowerLetter') return letter(count, format === 'upperLetter' ? 65 : 97)
  if (format === 'upperRoman') return roman(count)
  if (format === 'lowerRoman') return roman(count).toLowerCase()
  return /^(chinese|ideograph|japaneseCounting)/.test(format) ? chinese(count) : String(count)
}

/** After z comes aa (17.18.59). */
const letter = (count: number, first: number): string => String.fromCharCode(first + ((count - 1) % 26)).repeat(Math.min(9, Math.ceil(count / 26)))

const romans: [number, string][] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]
function roman(count: number): string {
  const next = romans.find(([value]) => value <= count)
  return next && count < 4000 ? next[1] + roman(count - next[0]) : ''
}

const numerals = '〇一二三四五六七八九'
function chinese(count: number): string {
  if (count >= 100) return String(count)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return (tens > 1 ? numerals[tens]! : '') + (tens > 0 ? '十' : '') + (ones > 0 || tens === 0 ? numerals[ones]! : '')
}
