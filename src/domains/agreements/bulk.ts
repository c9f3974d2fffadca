// Many agreements at once, as a register brings them: the same rules, the same journal, a few statements for thousands of rows.
import type { Viewer } from '#platform/auth/viewer.ts'
import { recordBeginnings, recordFurther } from '#platform/audit/journal.ts'
import type { Writing } from '#platform/db/database.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import { changesBetween } from './differences.ts'
import type { BulkChange, BulkDraft } from './model.ts'
import { complete, given, make, type Making, partyRows } from './rows.ts'
import { mayWrite } from './rules.ts'
import { holdAgreements } from './store.ts'
import { insertAgreements, refresh, replaceParties, updateAgreements } from './writing.ts'

/** What a deed needs: inside a handler that is `at`; in long work `{ db: tx, viewer, now }`. */
export type Hand = { db: Writing; viewer: Viewer; now: Instant }

/** Records many new agreements; their ids come back in the same order. `id` may be brought along; the parties must exist. */
export async function addAgreements(at: Hand, drafts: readonly BulkDraft[]): Promise<Id[]> {
  const ids: Id[] = []
  let writing: Promise<void> = Promise.resolve()
  for (let from = 0; from < drafts.length; from += atOnce) {
    const making = drafts.slice(from, from + atOnce).map((draft) => make(draft, { by: at.viewer.id, now: at.now }))
    for (const { parties } of making) demand(mayWrite(parties, at.viewer) ? undefined : 'agreements.only-a-record-keeper')
    ids.push(...making.map(({ row }) => row.id))
    // The next thousand are made while the database writes these.
    await writing
    writing = writeNew(at, making)
    writing.catch(() => {})
  }
  await writing
  return ids
}
const atOnce = 1000

async function writeNew(at: Hand, making: Making[]): Promise<void> {
  await insertAgreements(at.db, making.map(({ row }) => row), making.flatMap(({ parties }) => parties))
  await recordBeginnings(at, making.map(({ row }) => ({ what: row.draft ? 'agreement.drafted' : 'agreement.recorded', about: row.id, data: { kind: row.kind, title: row.title } })))
}

/** Changes many; what a change leaves out stays as it is, and an agreement in which nothing changed is not touched. */
export async function reviseAgreements(at: Hand, changes: readonly BulkChange[]): Promise<{ changed: Id[]; unchanged: Id[] }> {
  const held = await holdAgreements(at.db, at.viewer, changes.map(({ id }) => id))
  const next = changes.map((change) => revised(found(held.get(change.id)), change, at))
  const real = next.filter(({ changes }) => changes !== undefined)
  await updateAgreements(at.db, real.map(({ row }) => row))
  const moved = real.filter(({ changes }) => changes?.parties)
  await replaceParties(at.db, moved.map(({ row }) => row.id), moved.flatMap(({ parties }) => parties))
  await refresh(at.db, real.map(({ row }) => row.id))
  await recordFurther(at, real.map(({ row, changes }) => ({ what: 'agreement.revised', about: row.id, data: changes! })))
  return { changed: real.map(({ row }) => row.id), unchanged: next.filter(({ changes }) => !changes).map(({ row }) => row.id) }
}

function revised(held: Making, { id, parties, ...filled }: BulkChange, at: Hand) {
  demand(mayWrite(held.parties, at.viewer) ? undefined : 'agreements.only-a-record-keeper')
  const next = complete({ ...held.row, ...given(filled), changedAt: at.now }, parties ? partyRows(id, parties) : held.parties)
  return { ...next, changes: changesBetween(held, next) }
}
