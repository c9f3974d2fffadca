// What a workbook says of itself: its sheets, its shared texts, and which of its styles show a date (ECMA-376 part 1, 18.2, 18.4, 18.8).
import { posix } from 'node:path'
import { shownBy } from './number-format.ts'
import { refusal } from './refuse.ts'
import type { Shown } from './table.ts'
import { readXml } from '#platform/office/xml.ts'
import type { Package } from '#platform/office/zip.ts'

export interface SheetPart { name: string; part: string; hidden: boolean }
export interface Workbook {
  package: Package
  sheets: SheetPart[]
  is1904: boolean
  texts: string[]
  /** By style number: what part of a date it shows, or nothing. */
  dateStyles: (Shown | null)[]
}

export async function readWorkbook(from: Package): Promise<Workbook> {
  const main = await mainPart(from)
  const links = await readLinks(from, main)
  const { sheets, is1904 } = await readSheets(from, main, links)
  const strings = partOf(links, '/sharedStrings')
  const styles = partOf(links, '/styles')
  return {
    package: from, sheets, is1904,
    texts: strings && from.has(strings) ? await readTexts(from, strings) : [],
    dateStyles: styles && from.has(styles) ? await readDateStyles(from, styles) : [],
  }
}

interface Link { type: string; target: string }

async function mainPart(from: Package): Promise<string> {
  const links = from.has('_rels/.rels') ? await readLinks(from, '') : new Map<string, Link>()
  const main = partOf(links, '/officeDocument') ?? 'xl/workbook.xml'
  if (main.endsWith('.bin')) throw refusal('binary-excel')
  if (from.has(main) && /workbook/i.test(main)) return main
  if (from.has('word/document.xml') || from.has('ppt/presentation.xml')) throw refusal('other-office-file')
  throw refusal(from.has('mimetype') && from.has('content.xml') ? 'open-document' : 'archive')
}

async function readLinks(from: Package, part: string): Promise<Map<string, Link>> {
  const links = new Map<string, Link>()
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!from.has(name)) throw refusal('damaged')
  await readXml(from, name, {
    open(tag, { Id = '', Type = '', Target = '' }) {
      if (tag === 'Relationship') links.set(Id, { type: Type, target: Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target) })
    },
  })
  return links
}

const partOf = (links: Map<string, Link>, type: string): string | undefined => links.values().find((link) => link.type.endsWith(type))?.target

async function readSheets(from: Package, main: string, links: Map<string, Link>): Promise<{ sheets: SheetPart[]; is1904: boolean }> {
  const sheets: SheetPart[] = []
  let is1904 = false
  await readXml(from, main, {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '')
      if (tag !== 'sheet') return
      const link = links.get(attributes['r:id'] ?? attributes['id'] ?? '')
      if (!link?.type.endsWith('/worksheet') || !from.has(link.target)) return
      sheets.push({ name: attributes['name'] ?? '', part: link.target, hidden: (attributes['state'] ?? 'visible') !== 'visible' })
    },
  })
  return { sheets, is1904 }
}

/** Rich text is the sum of its runs; phonetic guides (`rPh`) are not part of the text. */
async function readTexts(from: Package, part: string): Promise<string[]> {
  const texts: string[] = []
  let pieces: string[] = []
  let takes = false
  let phonetic = false
  await readXml(from, part, {
    open(tag) {
      if (tag === 'si') pieces = []
      if (tag === 'rPh') phonetic = true
      takes = tag === 't' && !phonetic
    },
    text(text) { if (takes) pieces.push(text) },
    close(tag) {
      takes = false
      if (tag === 'rPh') phonetic = false
      if (tag === 'si') texts.push(unescape(pieces.join('')))
    },
  })
  return texts
}

async function readDateStyles(from: Package, part: string): Promise<(Shown | null)[]> {
  const formats = new Map<number, string>()
  const styles: (Shown | null)[] = []
  let inCellFormats = false
  await readXml(from, part, {
    open(tag, attributes) {
      if (tag === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (tag === 'cellXfs') inCellFormats = true
      if (tag !== 'xf' || !inCellFormats) return
      const id = Number(attributes['numFmtId'] ?? 0)
      styles.push(shownBy(id, formats.get(id)))
    },
    close(tag) { if (tag === 'cellXfs') inCellFormats = false },
  })
  return styles
}

/** Excel writes characters that XML cannot hold as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const unescape = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text
