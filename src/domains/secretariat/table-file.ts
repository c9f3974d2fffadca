// The table as a workbook or CSV, in the reader's words.
import type { Table } from '#domains/alliances/tables.ts'
import { money } from '#domains/dues/rules.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { countryName } from '#platform/i18n/format.ts'
import { dir } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Locale } from '#platform/kinds.ts'
import type { MemberRow } from './model.ts'

type Kind = 'text' | 'date' | 'number'
type Drawn = [key: string, kind: Kind, width: number, of: (row: MemberRow, locale: Locale, text: ReturnType<typeof translator>) => string | number | null]

const columns: Drawn[] = [
  ['alliances.member', 'text', 48, ({ organisation }, locale) => nameIn(organisation, locale)], ['alliances.official-name', 'text', 48, ({ organisation }) => organisation.name],
  ['alliances.country', 'text', 20, ({ organisation }, locale) => organisation.country && countryName(organisation.country, locale)], ['alliances.standing', 'text', 16, ({ standing }, _, text) => text(`alliances.standings.${standing}`)],
  ['alliances.since', 'date', 14, ({ since }) => since], ['secretariat.suspended', 'text', 20, ({ suspended }, _, text) => suspended.map((one) => text(`memberships.withheld.${one}`)).join(', ') || null], ['secretariat.leaves-on', 'date', 14, ({ leavesOn }) => leavesOn],
  ['secretariat.last-report', 'number', 14, ({ lastReport }) => lastReport?.year ?? null], ['secretariat.last-activity', 'date', 14, ({ lastActivityOn }) => lastActivityOn],
  ['secretariat.contact', 'text', 24, ({ contact }, _, text) => text(`secretariat.contact-states.${contact.state}`)], ['secretariat.contact-on', 'date', 14, ({ contact }) => contact.confirmedOn], ['secretariat.remarks', 'text', 40, ({ remarks }) => remarks],
  ['secretariat.turns', 'number', 12, ({ turns }) => turns], ['secretariat.calls', 'number', 12, ({ openCalls }) => openCalls], ['secretariat.calls-late', 'number', 12, ({ lateCalls }) => lateCalls],
  ['secretariat.dues', 'text', 16, ({ dues }, _, text) => dues && text(`dues.states.${dues.state}`)], ['secretariat.outstanding', 'text', 24, ({ dues }, locale) => dues?.outstanding.map(({ amount, currency }) => money(amount, currency, locale)).join(', ') || null],
  ['secretariat.asleep', 'text', 60, ({ asleep }, _, text) => asleep.map(({ key, values }) => text(`secretariat.asleep.${key}`, values)).join(' ') || null],
]

export function tableFile(rows: readonly MemberRow[], locale: Locale): Table {
  const text = translator(locale)
  return {
    name: text('secretariat.table'), rightToLeft: dir(locale) === 'rtl', columns: columns.map(([key, kind, width]) => ({ header: text(key), kind, width })), rows: rows.map((row) => columns.map(([, , , of]) => of(row, locale, text))),
  }
}
