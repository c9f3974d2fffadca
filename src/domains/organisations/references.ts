// Who refers to organisations: when two records become one, each floor's references move to the one that is kept.

/** A column of a table that names an organisation, and what keeps two of its rows apart. */
export type Reference = {
  table: string; column: string
  /** The primary key: how a row that moved is found again when the merge is undone. */
  key: string[]
  /** Columns that may stand only once for each organisation: the row of the merged one gives way where the kept one has its own. */
  once?: string[][]
  /** A column that must not name the same organisation. */
  not?: string
  /** Only rows of this condition are bound by `once` (the condition of a partial unique index). */
  where?: string
}

const references: Reference[] = []

/** Said once, by the domain that owns the table, in its `store.ts`. Names are those of the database. */
export function whenMerged(reference: Reference): void {
  if (!references.some(({ table, column }) => table === reference.table && column === reference.column)) references.push(reference)
}

export const everyReference = (): readonly Reference[] => references

whenMerged({ table: 'organisation_name', column: 'organisation_id', key: ['id'] })
whenMerged({ table: 'organisation_identifier', column: 'organisation_id', key: ['organisation_id', 'scheme', 'value'], once: [['scheme', 'value']] })
whenMerged({ table: 'organisation_relation', column: 'from_id', key: ['from_id', 'kind', 'to_id'], once: [['kind', 'to_id']], not: 'to_id' })
whenMerged({ table: 'organisation_relation', column: 'to_id', key: ['from_id', 'kind', 'to_id'], once: [['from_id', 'kind']], not: 'from_id' })
whenMerged({ table: 'organisation', column: 'parent_id', key: ['id'] })
whenMerged({ table: 'organisation', column: 'successor_id', key: ['id'] })
whenMerged({ table: 'organisation', column: 'merged_into', key: ['id'] })
whenMerged({ table: 'organisation_correction', column: 'organisation_id', key: ['id'] })
