// The summary of a run: what reading/summary.ts tells of its rows, how its dates were decided, and what changed since last time.
import { derive } from '#domains/agreements/rules.ts'
import type { RowReading, Summary } from './model.ts'
import type { DuplicateGroup } from './reading/duplicates.ts'
import type { SpokenTable } from './reading/sheet-rows.ts'
import { type RowToSum, summarise } from './reading/summary.ts'
import type { AgreementKind, Problem } from './reading/types.ts'
import { datesOf } from './understand.ts'

export function summaryOf(rows: RowReading[], spoken: SpokenTable, groups: DuplicateGroup[], gone: number): Summary {
  const country = new Map(spoken.rows.map(({ row, countryText }) => [row, countryText]))
  const { skipped: _, ...summary } = summarise(rows.map((row) => toSum(row, country.get(row.row) ?? null)), groups)
  const changed = (change: RowReading['change']) => rows.filter((row) => row.change === change && row.skip === null).length
  return {
    ...summary,
    duplicateGroups: groups.map(({ rows, relation, key, facts }) => ({ rows, relation, key, facts })),
    dates: spoken.dates.map(({ column, reading }) => ({ column, decision: reading.decision, because: reading.because.key, facts: reading.because.facts })),
    changes: { new: changed('new'), same: changed('same'), changed: changed('changed'), gone },
  }
}

function toSum(row: RowReading, country: string | null): RowToSum {
  const { holdsUntil } = derive({ ...datesOf(row), endedOn: null, endedBecause: null })
  return {
    row: row.row, parties: row.parties.filter(({ owner }) => !owner), kind: row.kind as AgreementKind, signedOn: row.signedOn, termKind: row.term.kind,
    state: row.state, until: holdsUntil, country, problems: row.problems as Problem[], skip: row.skip,
  }
}
