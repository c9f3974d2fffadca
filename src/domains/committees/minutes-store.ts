// Minutes as they stand: their texts, who approved which wording, corrections, and what the checks say.
import { createHash } from 'node:crypto'
import { canonical } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Instant } from '#platform/kinds.ts'
import { namesOf } from './body-store.ts'
import type { Minutes, MinutesText } from './meeting-model.ts'
import { minutesChecks } from './meeting-rules.ts'
import type { Sitting } from './meeting-store.ts'
import type { MeetingFile } from './session-model.ts'
import { papersOf } from './signing-store.ts'

/** Over the facts and the text in every language: who approves one approves all. */
export const hashOf = ({ facts }: Pick<Minutes, 'facts'>, texts: readonly Pick<MinutesText, 'locale' | 'text'>[]): string =>
  createHash('sha256').update(canonical({ facts, texts: texts.map(({ locale, text }) => ({ locale, text })).toSorted((a, b) => (a.locale < b.locale ? -1 : 1)) })).digest('hex')

export async function minutesOf(db: Reading, { meeting, held, rules, spans }: Sitting, now: Instant, viewer: Viewer): Promise<MeetingFile['minutes']> {
  const row = await db.selectFrom('minutes').selectAll().where('meetingId', '=', meeting.id).executeTakeFirst()
  if (!row) return null
  const [texts, approvals, addenda] = await Promise.all([
    db.selectFrom('minutesText').selectAll().where('meetingId', '=', meeting.id).orderBy('locale').execute(), db.selectFrom('minutesApproval').selectAll().where('meetingId', '=', meeting.id).execute(),
    db.selectFrom('minutesAddendum').selectAll().where('meetingId', '=', meeting.id).orderBy('id').execute(),
  ])
  const papers = await papersOf(db, held, meeting.id, viewer)
  const hash = row.hash ?? hashOf(row, texts)
  const names = await namesOf(db, approvals.map(({ personId }) => personId))
  const facts = { decisions: Number(row.facts['decisions'] instanceof Array ? row.facts['decisions'].length : 0), attendance: spans.length }
  return {
    ...row, texts, addenda, papers, now: hash, approvals: approvals.map((one) => ({ ...one, name: names.get(one.personId)?.name ?? '', valid: one.hash === hash })),
    checks: minutesChecks({ rules: rules.rules, version: rules.version, asOf: row.sealedAt ?? now }, { meeting, draftedAt: row.draftedAt, texts, approvals, hash, sides: held.sides, facts, signatures: papers.find(({ addendumId }) => addendumId === null)?.signatures ?? [], addenda: addenda.length, sealed: row.sealedAt !== null }, now),
  }
}
