// Proposals: what a side would have changed, shown word by word against the text as it stands.
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { WordingRow } from './model.ts'
import type { ProposalRow, ProposalShown } from './negotiation-model.ts'
import { piecesBetween } from './differences.ts'
import { nameOf } from './names.ts'
import './tables.ts'
import type { Whole } from './whole.ts'

type Named = ProposalRow & { name: string | null }
const rows = (db: Reading, agreementId: Id) => db.selectFrom('textProposal').selectAll().select(nameOf('textProposal.who').as('name')).where('agreementId', '=', agreementId)

/** Those nobody has answered yet, oldest first. */
export async function openProposals(db: Reading, { text, wordings }: Whole): Promise<ProposalShown[]> {
  const found = await rows(db, text.agreementId).where('state', '=', 'open').orderBy('at').orderBy('id').execute()
  return found.map((row) => shown(row, wordings))
}

/** All that were ever made, newest first; those answered are shown against what stood there when they were made. */
export async function proposalsOf(db: Reading, { text, wordings }: Whole): Promise<ProposalShown[]> {
  const found = await rows(db, text.agreementId).orderBy('at', 'desc').orderBy('id', 'desc').limit(500).execute()
  return found.map((row) => shown(row, row.state === 'open' ? wordings : []))
}

/** Held with its text: whoever answers holds the agreement. */
export const holdProposal = async (db: Writing, agreementId: Id, id: Id): Promise<ProposalRow> =>
  found(await db.selectFrom('textProposal').selectAll().where('agreementId', '=', agreementId).where('id', '=', id).executeTakeFirst())

function shown({ name, before, ...row }: Named, now: WordingRow[]): ProposalShown {
  const stood = (lang: Locale) => (row.what === 'addition' ? null : now.find((one) => one.clauseId === row.clauseId && one.lang === lang)?.content ?? before[lang])
  const langs = Object.keys(row.what === 'removal' ? before : row.wordings) as Locale[]
  return { ...row, who: name, pieces: Object.fromEntries(langs.map((lang) => [lang, piecesBetween(stood(lang), row.what === 'removal' ? null : row.wordings[lang])])) }
}
