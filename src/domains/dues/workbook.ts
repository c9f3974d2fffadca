// A year of dues as a workbook: a line for each member, amounts as numbers of whole and parts, so that they can be added up.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import { dir } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { nameIn } from '#domains/organisations/model.ts'
import type { Day, Id, Locale } from '#platform/kinds.ts'
import { typedOf } from './rules.ts'
import { findYear } from './store.ts'

type Sheet = { name: string; columns: { header: string; width?: number; kind?: 'text' | 'date' | 'number' }[]; rows: (string | number | null)[][]; rightToLeft?: boolean }
export type WriteSheets = (sheets: Sheet[]) => Promise<Uint8Array>

export async function yearWorkbook({ db, viewer, today }: { db: Reading; viewer: Viewer; today: Day }, write: WriteSheets, id: Id, locale: Locale): Promise<Download> {
  const { year, lines, currency, alliance } = await findYear(db, viewer, id, today)
  const text = translator(locale)
  const columns = ['member', 'band', 'state', 'amount', 'confirmed', 'claimed', 'outstanding', 'payments', 'why-waived']
  const rows = lines.map((line) => [
    nameIn(line.organisation, locale), line.band[locale] ?? line.band.en ?? Object.values(line.band)[0] ?? '', text(`dues.states.${line.state}`), ...[line.amount, line.confirmed, line.claimed, line.outstanding].map((minor) => typedOf(minor, currency)),
    line.payments.filter(({ state }) => state !== 'refused').map(({ paidOn, amount, reference, state }) => [paidOn, typedOf(amount, currency), reference, text(`dues.payments.${state}`)].filter(Boolean).join(' · ')).join('\n'), line.waivedBecause,
  ])
  const numbers = new Set(['amount', 'confirmed', 'claimed', 'outstanding'])
  const sheet: Sheet = { name: text('dues.of-year', { year: String(year) }), rightToLeft: dir(locale) === 'rtl', columns: columns.map((key) => ({ header: `${text(`dues.column.${key}`)}${numbers.has(key) ? ` (${currency})` : ''}`, width: key === 'member' || key === 'payments' ? 44 : 18, kind: numbers.has(key) ? 'number' as const : 'text' as const })), rows }
  return { name: `${(alliance.name[locale] ?? alliance.name.en ?? '').replace(/[\\/:*?"<>|]/g, ' ')} - ${year}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body: await write([sheet]) }
}
