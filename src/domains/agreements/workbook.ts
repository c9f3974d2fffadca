// The register as a workbook: one row for each agreement, in the reader's language.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import { countryName, formatNumber } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Day, Instant, Locale, Precision } from '#platform/kinds.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { listAgreements } from './listing.ts'
import { type AgreementLine, type ListQuery, titleIn } from './model.ts'

type Cell = string | number | null
/** How tables become files; the spreadsheets adapter fits it. */
export type Sheets = (sheets: { name: string; columns: { header: string; width?: number; kind?: 'text' | 'date' | 'number' }[]; rows: Iterable<Cell[]>; rightToLeft?: boolean }[]) => Promise<Uint8Array>

const most = 100_000

export async function agreementsWorkbook(db: Reading, viewer: Viewer, query: ListQuery, now: Instant, sheets: Sheets): Promise<Download> {
  const text = translator(query.locale)
  const rows = await allOf(db, viewer, query, now)
  const columns = head.map(([name, width]) => ({ header: text(`agreements.columns.${name}`), width, kind: 'text' as const }))
  const body = await sheets([{ name: text('agreements.agreements'), columns, rows: rows.map((row) => cellsOf(row, query.locale)), rightToLeft: query.locale === 'ur' }])
  return { name: `${text('agreements.agreements')} ${now.slice(0, 10)}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body }
}

/** Page by page on one connection, so that others are served in between. */
async function allOf(db: Reading, viewer: Viewer, query: ListQuery, now: Instant): Promise<AgreementLine[]> {
  const rows: AgreementLine[] = []
  for (let after: string | undefined; rows.length < most;) {
    const page = await listAgreements(db, viewer, { ...query, limit: 1000, total: false, ...(after ? { after } : {}) }, now)
    rows.push(...page.rows)
    if (!page.next) break
    after = page.next
  }
  return rows
}

const head = [
  ['title', 60], ['parties', 60], ['countries', 24], ['kind', 22], ['signed', 14], ['term', 28], ['from', 14], ['until', 14], ['state', 16], ['problems', 36], ['fields', 30], ['id', 38],
] as const

function cellsOf(row: AgreementLine, locale: Locale): Cell[] {
  const text = translator(locale)
  const countries = [...new Set(row.parties.flatMap(({ organisation }) => organisation.country ?? []))]
  return [
    titleIn(row, locale),
    row.parties.map(({ organisation, unit }) => [nameIn(organisation, locale), unit].filter(Boolean).join(', ')).join('; '),
    countries.map((country) => countryName(country, locale)).join('; '),
    text(`agreements.kinds.${row.kind}`),
    known(row.signedOn, row.signedPrecision),
    row.termText ?? text(`agreements.terms.${row.termKind}`, { years: formatNumber(row.termYears ?? 0, locale) }),
    row.holdsFrom, row.openEnded ? text('agreements.open-ended') : row.holdsUntil,
    text(`agreements.states.${row.state}`),
    row.problems.map((problem) => text(`agreements.problems.${problem}`)).join('; '),
    row.fields.map((code) => text(`agreements.fields.${code}`)).join('; '),
    row.id,
  ]
}

/** As much of a day as is known. */
const known = (day: Day | null, precision: Precision | null) => day && day.slice(0, { day: 10, month: 7, year: 4 }[precision ?? 'day'])
