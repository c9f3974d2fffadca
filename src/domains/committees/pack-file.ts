// The pack as a PDF or a workbook, in the reader's language; each promise leads to where its number is recorded.
import type { Paper, PaperBlock } from '#platform/documents/paper.ts'
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
import { packOf } from './pack-store.ts'

type Sheet = { name: string; columns: { header: string; width?: number }[]; rows: (string | number | null)[][]; rightToLeft?: boolean }
export type WriteSheets = (sheets: Sheet[]) => Promise<Uint8Array>
type Wanted = { format: 'pdf' | 'xlsx'; locale: Locale; now: Instant; publicUrl: string; writeSheets: WriteSheets }
type Table = { name: string; columns: string[]; rows: { cells: (string | number)[]; href?: string }[] }

export async function packFile(db: Reading, viewer: Viewer, id: Id, { format, locale, now, publicUrl, writeSheets }: Wanted): Promise<Download> {
  const [{ held, meeting }, pack] = [await findMeeting(db, viewer, id), await packOf(db, viewer, id, now)]
  const text = translator(locale)
  const title = `${inLocale(held.body.name, locale)} · ${text('committees.meeting-number', { number: meeting.number })}`.replace(/[\u2066-\u2069]/g, '')
  const tables = tablesOf(pack, locale, publicUrl)
  if (format === 'xlsx') return { name: `${title}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body: await writeSheets(tables.map(({ name, columns, rows }) => ({ name, columns: columns.map((header, at) => ({ header, width: at === 0 ? 60 : 18 })), rows: rows.map(({ cells }) => cells), rightToLeft: locale === 'ur' }))) }
  return { name: `${title}.pdf`, type: 'application/pdf', body: (await writePdf(paperOf(title, tables, pack, locale))).bytes }
}

function tablesOf({ promises, decisions, actions }: PackFile, locale: Locale, home: string): Table[] {
  const text = translator(locale)
  const day = (on: string | null) => (on ? formatDay(on, 'day', locale) : '—')
  return [
    {
      name: text('committees.pack.promises'), columns: ['promise', 'target', 'claimed', 'confirmed', 'due', 'status'].map((one) => text(`committees.pack.${one}`)),
      rows: promises.map(({ id, agreementId, what, target, claimed, confirmed, dueOn, status }) => ({ cells: [inLocale(what, locale), target ?? '—', claimed, confirmed, day(dueOn), text(`commitments.status.${status}`)], href: `${home}/agreements/${agreementId}/commitments/${id}` })),
    },
    { name: text('committees.decisions'), columns: [text('committees.decision'), text('committees.pack.taken'), text('committees.to-do'), text('committees.done')], rows: decisions.map(({ number, text: said, takenOn, open, done }) => ({ cells: [`${formatNumber(number, locale)}. ${inLocale(said, locale)}`, day(takenOn), open, done] })) },
    { name: text('committees.actions'), columns: [text('committees.what'), text('committees.owner'), text('committees.due'), text('committees.done')], rows: actions.map(({ what, owner, dueOn, done }) => ({ cells: [what, owner, day(dueOn), text(done ? 'committees.yes' : 'committees.no')] })) },
  ]
}

function paperOf(title: string, tables: readonly Table[], { asOf, frozenAt }: PackFile, lang: Locale): Paper {
  const text = translator(lang)
  const blocks = tables.map(({ name, columns, rows }): PaperBlock => (rows.length === 0
    ? { kind: 'note', lang, text: `${name}: ${text('committees.pack.nothing')}` }
    : { kind: 'table', lang, caption: name, columns: columns.map((label, at) => ({ label, ...(at === 0 ? { share: 3 } : {}) })), rows: rows.map(({ cells, href }) => cells.map((cell, at) => ({ text: typeof cell === 'number' ? formatNumber(cell, lang) : cell, ...(at === 0 && href ? { href } : {}) }))) }))
  const on = formatDay((frozenAt ?? asOf).slice(0, 10), 'day', lang)
  return { languages: [lang], title: [{ lang, text: title }], madeAt: frozenAt ?? asOf, footer: { lang, text: text(frozenAt ? 'committees.pack.frozen-on' : 'committees.pack.live-on', { on }).replace(/[\u2066-\u2069]/g, '') }, blocks }
}
