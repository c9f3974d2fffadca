// The agreements of a register's owner as its workbook tells them.
import { sql } from 'kysely'
import { stateOn } from '#domains/agreements/rules.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { cellsOf } from './columns.ts'
import type { Problem } from './model.ts'

export type AgreementForRegister = {
  id: Id; title: string; kind: string; signedOn: string | null; term: string | null; state: string; partners: string[]; rors: string[]
  entry: { header: string[]; cells: string[]; problems: Problem[] } | null
}

/** Every agreement of the owner that was not removed, in the order of its register, then those recorded here. */
export async function agreementsForRegister(db: Reading, ownerId: Id, today: Day): Promise<AgreementForRegister[]> {
  const rows = await db.selectFrom('agreement').leftJoin('registerEntry', 'registerEntry.agreementId', 'agreement.id')
    .leftJoin('registerRun', 'registerRun.id', 'registerEntry.runId')
    .leftJoin('registerRow', (join) => join.onRef('registerRow.runId', '=', 'registerEntry.runId').onRef('registerRow.row', '=', 'registerEntry.row')).selectAll('agreement')
    .select(['registerRun.tableShape', 'registerRow.reading', 'registerEntry.row as entryRow'])
    .select((is) => is.selectFrom('agreementParty').innerJoin('organisation', 'organisation.id', 'agreementParty.organisationId')
      .whereRef('agreementParty.agreementId', '=', 'agreement.id').where('agreementParty.organisationId', '<>', ownerId)
      .select(sql<{ name: string; ror: string | null }[]>`coalesce(jsonb_agg(jsonb_build_object('name', organisation.name, 'ror', organisation.ror) order by place), '[]')`.as('partners')).as('partners'))
    .where('agreement.removedAt', 'is', null)
    .where('agreement.id', 'in', (from) => from.selectFrom('agreementParty').select('agreementId').where('organisationId', '=', ownerId))
    .orderBy('entryRow', (order) => order.asc().nullsLast()).orderBy('agreement.id').execute()
  return rows.map((row) => ({
    id: row.id, title: row.title, kind: row.kind, signedOn: row.signedOn && row.signedOn.slice(0, { day: 10, month: 7, year: 4 }[row.signedPrecision ?? 'day']),
    term: row.termText, state: stateOn(today, row), partners: (row.partners ?? []).map(({ name }) => name), rors: (row.partners ?? []).flatMap(({ ror }) => ror ?? []),
    entry: row.reading ? { header: row.tableShape?.header ?? [], cells: row.reading.cells, problems: row.reading.problems } : null,
  }))
}

/** A row as the register tells it: as it came, or for an agreement recorded here what such a column would say. */
export function cellsFor({ entry, partners, title, kind, signedOn, term }: AgreementForRegister, header: string[]): (string | null)[] {
  if (entry) {
    const cells = cellsOf(entry.header, entry.cells, [])
    return header.map((heading, column) => cells[heading.trim() || `#${column + 1}`] ?? null)
  }
  const said: [RegExp, string | null][] = [[/partner|universit|institut|organi|name/i, partners.join(', ')], [/title|purpose/i, title], [/kind|type/i, kind], [/date|sign|year/i, signedOn], [/term|duration/i, term]]
  return header.map((heading) => said.find(([pattern]) => pattern.test(heading))?.[1] ?? null)
}
