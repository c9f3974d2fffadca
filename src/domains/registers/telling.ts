// What a register tells, as a page of text for the terminal.
import { translator } from '#platform/i18n/words.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import type { Told } from './commands.ts'

/** The summary in English words, most useful first, and the rows that need a person. */
export function tellInWords({ owner, rows, summary, imported }: Told): string {
  const text = translator('en')
  const line = (key: string, facts: Record<string, string | number> = {}) => text(`registers.told.${key}`, facts)
  const { decisions, states, duplicates, changes } = summary
  const needing = rows.filter((row) => row.parties.some(({ decision }) => decision === 'offered'))
  return [
    line('head', { owner: owner.name, rows: summary.rows }),
    line('partners', decisions),
    ...Object.entries(states).map(([state, count]) => `  ${text(`agreements.states.${state}`)}: ${formatNumber(count, 'en')}`),
    duplicates.groups > 0 ? line('duplicates', duplicates) : '',
    ...summary.partnersUnderSeveralNames.map(({ name, perhaps, texts }) => line(perhaps ? 'perhaps-several-names' : 'several-names', { name, texts: texts.map((one) => one.text).join(' | ') })),
    ...summary.dates.map(({ column, because, facts }) => `${column}: ${text(because, facts)}`),
    ...rows.flatMap((row) => row.problems.map((one) => `${line('row', { row: row.row })} ${text(one.key, { text: one.text, ...one.facts })}`)),
    ...needing.flatMap((row) => row.parties.filter(({ decision }) => decision === 'offered').map((party) =>
      line('offered', { row: row.row, text: party.text, names: party.candidates.map(({ name, country }) => `${name}${country ? ` (${country})` : ''}`).join('; ') }))),
    imported ? line('imported', { ...changes }) : line('dry-run'),
  ].filter(Boolean).join('\n')
}
