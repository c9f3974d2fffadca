// The ministry's view in words, as blocks for the page and every kind of file.
import { countryName, formatDay, formatNumber } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/kinds.ts'
import type { Ministry, MinistryRow } from './ministry-store.ts'
import type { BriefBlock } from './model.ts'
import { speaker } from './saying.ts'

const nothing: Omit<BriefBlock, 'kind'> = { id: null, caption: null, text: null, facts: [], columns: [], rows: [], rings: [], bars: [] }
export const titleOfMinistry = (country: string, locale: Locale): string => speaker(locale).text('reports.ministry.title', { country: countryName(country, locale) })

export function sayMinistry({ country, today, agreements, byCountry, byField, byState }: Ministry, locale: Locale, home: string): BriefBlock[] {
  const { text } = speaker(locale)
  const number = (value: number) => ({ text: formatNumber(value, locale) })
  const table = (what: string, rows: MinistryRow[], name: (row: MinistryRow) => { text: string; href?: string }): BriefBlock => ({
    ...nothing, id: what, kind: 'table', caption: text(`reports.ministry.by.${what}`),
    columns: [{ label: text(`reports.ministry.column.${what}`), share: 3 }, ...['agreements', 'commitments', 'green', 'amber', 'red', 'grey'].map((head) => ({ label: text(`reports.ministry.column.${head}`), align: 'end' as const })), { label: text('reports.ministry.column.last') }],
    rows: rows.map((row) => [name(row), ...[row.agreements, row.commitments, row.green, row.amber, row.red, row.grey].map(number), { text: row.lastOn ? formatDay(row.lastOn, 'day', locale, 'short') : '—' }]),
  })
  const blocks: BriefBlock[] = [
    { ...nothing, kind: 'facts', facts: [{ label: text('reports.ministry.country'), value: { text: countryName(country, locale), bold: true } }, { label: text('reports.brief.as-of'), value: { text: formatDay(today, 'day', locale) } }, { label: text('reports.annual.agreements'), value: { text: formatNumber(agreements, locale), href: `${home}/agreements?country=${country}` } }] },
    table('country', byCountry, ({ name }) => ({ text: name ? countryName(name, locale) : '—', ...(name ? { href: `${home}/agreements?country=${name}` } : {}) })),
    table('field', byField, ({ name }) => (name ? { text: text(`agreements.fields.${name}`), href: `${home}/agreements?country=${country}&field=${name}` } : { text: text('reports.ministry.no-field') })),
    table('state', byState, ({ name }) => ({ text: text(`agreements.states.${name}`), href: `${home}/agreements?country=${country}&state=${name}` })),
    { ...nothing, kind: 'note', caption: null, text: text('reports.ministry.note') },
  ]
  // A table without a line would only be a heading.
  return blocks.filter(({ kind, rows }) => kind !== 'table' || rows.length > 0)
}
