// Which styles are headings, and which count: also those that only resemble one that is, through any number of steps (ECMA-376 part 1, 17.7).
import { readXml } from '#platform/office/xml.ts'
import type { WordFile } from './open-word.ts'

export interface Style { name: string; based: string | null; outline: number | null; list: string | null; depth: number; bold: boolean; italic: boolean }
export type Styles = Map<string, Style>

export const isOn = (value: string | undefined): boolean => !['0', 'false', 'off', 'none'].includes(value ?? '')

export async function readStyles({ package: from, parts }: WordFile): Promise<Styles> {
  const styles: Styles = new Map()
  const part = parts.get('styles')
  if (!part || !from.has(part)) return styles
  let style: Style | null = null
  await readXml(from, part, {
    open(tag, attributes) {
      if (tag === 'style') styles.set(attributes['w:styleId'] ?? '', (style = { name: '', based: null, outline: null, list: null, depth: 0, bold: false, italic: false }))
      if (style) describe(style, tag, attributes['w:val'])
    },
    close(tag) { if (tag === 'style') style = null },
  })
  return styles
}

function describe(style: Style, tag: string, value: string | undefined): void {
  if (tag === 'name') style.name = (value ?? '').toLowerCase()
  if (tag === 'basedOn') style.based = value ?? null
  if (tag === 'outlineLvl') style.outline = Number(value)
  if (tag === 'numId') style.list = value ?? null
  if (tag === 'ilvl') style.depth = Number(value) || 0
  if (tag === 'b') style.bold = isOn(value)
  if (tag === 'i') style.italic = isOn(value)
}

/** What a style or one it is based on says first. */
function inherited<T>(styles: Styles, id: string, says: (style: Style) => T | null): T | null {
  for (let step = 0, at: string | null = id; at !== null && step < 20; step++) {
    const style: Style | undefined = styles.get(at)
    if (!style) return null
    const said = says(style)
    if (said !== null) return said
    at = style.based
  }
  return null
}

export function headingOf(styles: Styles, id: string): 1 | 2 | 3 | null {
  const level = inherited(styles, id, ({ name, outline }) => outline ?? (/^heading [1-9]/.test(name) ? Number(name.at(8)) - 1 : name === 'title' ? 0 : null))
  return level === null || level > 8 ? null : (Math.min(3, level + 1) as 1 | 2 | 3)
}

export const listOf = (styles: Styles, id: string): { list: string; depth: number } | null => inherited(styles, id, ({ list, depth }) => (list ? { list, depth } : null))
