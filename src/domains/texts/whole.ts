// A text with everything that is needed to read it: its agreement, sides, clauses, wordings, and what its variables mean.
import type { Agreement, Party } from '#domains/agreements/model.ts'
import { holdAgreement, type Held } from '#domains/agreements/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { ClauseRow, TextRow, WordingRow } from './model.ts'
import { mayRead } from './rules.ts'
import './tables.ts'
import { lettered, valuesOf } from './variables.ts'

export type Whole = {
  agreement: Agreement; parties: Party[]; text: TextRow; sides: ReturnType<typeof lettered>; clauses: ClauseRow[]; wordings: WordingRow[]
  values: ReturnType<typeof valuesOf>
}

/** The text of an agreement that is known to be seen, also what was removed from it. */
export async function readWhole(db: Reading, agreement: Agreement, parties: Party[], text: TextRow): Promise<Whole> {
  const [clauses, wordings, organisations] = await Promise.all([
    db.selectFrom('textClause').selectAll().where('agreementId', '=', text.agreementId).execute(),
    db.selectFrom('textWording').selectAll('textWording').innerJoin('textClause', 'textClause.id', 'textWording.clauseId').where('textClause.agreementId', '=', text.agreementId).execute(),
    organisationsById(db, parties.map(({ organisationId }) => organisationId)),
  ])
  const sides = lettered(parties, organisations)
  return { agreement, parties, text, sides, clauses, wordings, values: valuesOf(agreement, sides, text.given, text.languages) }
}

export type HeldText = Held & { text: TextRow }

/** The agreement and its text, held until this transaction ends: deeds on one text follow each other. */
export async function holdText(db: Writing, viewer: Viewer, agreementId: Id): Promise<HeldText> {
  const held = await holdAgreement(db, viewer, agreementId)
  const text = await textOf(db, agreementId)
  return { ...held, text: found(text && mayRead(text, viewer) ? text : null) }
}

export const textOf = (db: Reading, agreementId: Id): Promise<TextRow | undefined> =>
  db.selectFrom('agreementText').selectAll().where('agreementId', '=', agreementId).executeTakeFirst()

export const wholeOf = (db: Reading, { row, parties, text }: HeldText): Promise<Whole> => readWhole(db, row, parties, text)
