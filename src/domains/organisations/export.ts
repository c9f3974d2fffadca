// The list as a file: what the filters show, in the reader's language, as a workbook or as separated values.
import type { Reading } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import { countryName } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import { type Filter, type ListRow, nameIn } from './model.ts'
import { listOrganisations } from './list-store.ts'

type Value = string | number | null
/** Writes one table; given by the app, which knows the adapter. */
export type WriteTable = (format: 'xlsx' | 'csv', table: { name: string; columns: string[]; rows: Value[][]; rightToLeft: boolean }) => Promise<Uint8Array>

const most = 200_000
const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' }

export async function exportOrganisations(db: Reading, query: Filter & { format: 'xlsx' | 'csv' }, write: WriteTable): Promise<Download> {
  const { format, locale, ...filter } = query
  const t = translator(locale)
  const columns = ['name', 'official', 'kind', 'country', 'city', 'domain', 'ror', 'status', 'source', 'changed', 'id'].map((column) => t(`organisations.export.${column}`))
  const rows = (await allRows(db, { ...filter, locale })).map((row): Value[] => [
    nameIn(row, locale), row.name, t(`organisations.kinds.${row.kind}`), row.country && countryName(row.country, locale), row.city, row.domain,
    row.ror && `https://ror.org/${row.ror}`, t(`organisations.statuses.${row.status}`), t(`organisations.sources.${row.source}`), row.changedAt.slice(0, 10), row.id,
  ])
  const name = t('organisations.title')
  return { name: `${name}.${format}`, type: types[format], body: await write(format, { name, columns, rows, rightToLeft: locale === 'ur' }) }
}

async function allRows(db: Reading, filter: Filter): Promise<ListRow[]> {
  const rows: ListRow[] = []
  let after = filter.after
  do {
    const page = await listOrganisations(db, { ...filter, limit: 2000, after, total: false })
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after && rows.length < most)
  return rows.slice(0, most)
}
