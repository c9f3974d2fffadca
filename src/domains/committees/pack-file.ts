// A pack on paper and as a workbook: a table for each list; a number leads to its lines, and where they are elsewhere to their page.
import type { Cell, Paper, PaperBlock } from '#platform/documents/paper.ts'
import { writePdf } from '#platform/documents/write-pdf.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import { findMeeting } from './meeting-store.ts'
import { inLocale } from './minutes-draft.ts'
import type { PackFile } from './pack-model.ts'
import { wholePack } from './pack-store.ts'
import { type PackCell, type PackTable, tablesOf } from './pack-tables.ts'

/** `sheet` from 0, `row` from 1 with the heading; without them it leads out of the file. */
type Value = string | number | null | { value: number; sheet: number; row: number } | { value: string | number; href: string }
type Sheet = { name: string; columns: { header: string; width?: number }[]; rows: Iterable<Value[]>; rightToLeft?: boolean }
export type WriteSheets = (sheets: Sheet[]) => Promise<Uint8Array>
type Wanted = { format: 'pdf' | 'xlsx'; locale: Locale; now: Instant; publicUrl: string; writeSheets: WriteSheets }

export async function packFile(db: Reading, viewer: Viewer, id: Id, { format, locale, now, publicUrl, writeSheets }: Wanted): Promise<Download> {
  const [{ held, meeting }, pack] = [await findMeeting(db, viewer, id), await wholePack(db, viewer, id, now)]
  const title = `${inLocale(held.body.name, locale)} · ${translator(locale)('committees.meeting-number', { number: meeting.number })}`.replace(/[\u2066-\u2069]/g, '')
  const tables = tablesOf(pack, locale, publicUrl)
  if (format === 'xlsx') return { name: `${title}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body: await writeSheets(sheetsOf(tables, locale)) }
  return { name: `${title}.pdf`, type: 'application/pdf', body: (await writePdf(paperOf(title, tables, pack, locale))).bytes }
}

export function sheetsOf(tables: readonly PackTable[], locale: Locale): Sheet[] {
  const places = new Map<string, { sheet: number; row: number }>()
  for (const [sheet, { groups }] of tables.entries()) {
    let row = 2
    for (const group of groups) { places.set(group.id, { sheet, row }); row += group.rows.length }
  }
  const valueOf = ({ value, to, href }: PackCell): Value => {
    const place = to === undefined ? undefined : places.get(to)
    if (place && typeof value === 'number') return { value, ...place }
    return href ? { value, href } : value
  }
  return tables.map(({ name, columns, groups }) => ({ name, columns: columns.map((header, at) => ({ header, width: at < 2 ? 44 : 18 })), rows: groups.flatMap(({ rows }) => rows.map((row) => row.map(valueOf))), rightToLeft: locale === 'ur' }))
}

/** On paper a group longer than this goes on in the workbook: nobody reads more at a table. */
const onPaper = 60
function blocksOf({ id, name, columns, groups }: PackTable, lang: Locale): PaperBlock[] {
  const text = translator(lang)
  const filled = groups.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return [{ kind: 'note', lang, text: `${name}: ${text('committees.pack.nothing')}` }]
  const cellOf = ({ value, href, to }: PackCell): Cell => { const leads = to ? `#${to}` : href; return { text: typeof value === 'number' ? formatNumber(value, lang) : value, ...(leads ? { href: leads } : {}) } }
  // What is narrow on paper is left to the workbook: the state is the caption, the name of the side as well.
  const wide = id === 'lines'
  const kept = wide ? [1, 4, 6, 7, 8, 12] : columns.map((_, at) => at)
  return filled.flatMap(({ id: group, rows }): PaperBlock[] => [
    { kind: 'table', id: group, lang, caption: wide ? `${name}: ${rows[0]![0]!.value} · ${rows[0]![3]!.value} (${formatNumber(rows.length, lang)})` : name, columns: kept.map((at, place) => ({ label: columns[at]!, ...(place === 0 ? { share: 3 } : wide && at === 12 ? { share: 4 } : typeof rows[0]![at]!.value === 'number' ? { align: 'end' as const } : {}) })), rows: rows.slice(0, onPaper).map((row) => kept.map((at) => cellOf(row[at]!))) },
    ...(rows.length > onPaper ? [{ kind: 'note' as const, lang, text: text('committees.pack.more-in-workbook', { count: rows.length - onPaper }).replace(/[\u2066-\u2069]/g, '') }] : []),
  ])
}

/** A link leads only to what is on this paper: the first group of a side stands for the side. */
function paperOf(title: string, tables: readonly PackTable[], { asOf, frozenAt }: PackFile, lang: Locale): Paper {
  const text = translator(lang)
  const stands = new Map<string, string>()
  for (const { groups } of tables) for (const [at, group] of groups.entries()) { const filled = groups.slice(at).find(({ rows }) => rows.length > 0); if (filled) stands.set(group.id, filled.id) }
  const aimed = tables.map((table) => ({ ...table, groups: table.groups.map((group) => ({ ...group, rows: group.rows.map((row) => row.map(({ to, ...cell }): PackCell => { const leads = to && stands.get(to); return leads ? { ...cell, to: leads } : cell })) })) }))
  const on = formatDay((frozenAt ?? asOf).slice(0, 10), 'day', lang)
  return { languages: [lang], title: [{ lang, text: title }], madeAt: frozenAt ?? asOf, footer: { lang, text: text(frozenAt ? 'committees.pack.frozen-on' : 'committees.pack.live-on', { on }).replace(/[\u2066-\u2069]/g, '') }, blocks: aimed.flatMap((table) => blocksOf(table, lang)) }
}
