// The papers of minutes as they lie: of the minutes themselves and of each correction, with who signed and who may.
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import type { Held } from './body-store.ts'
import type { PaperShown } from './session-model.ts'
import { signsFor } from './signing-rules.ts'
import './tables.ts'

export async function papersOf(db: Reading, held: Held, meetingId: Id, viewer: Viewer): Promise<PaperShown[]> {
  const papers = await db.selectFrom('minutesPaper').selectAll().where('meetingId', '=', meetingId).orderBy('id').execute()
  const signatures = papers.length === 0 ? [] : await db.selectFrom('minutesSignature').selectAll().where('paperId', '=', anyOf(papers.map(({ id }) => id))).orderBy('at').orderBy('id').execute()
  const mine = signsFor(held, viewer)
  return papers.map((paper) => {
    const signed = signatures.filter(({ paperId }) => paperId === paper.id)
    return { ...paper, signatures: signed.map(({ paperId: _paper, personId: _person, ...one }) => one), maySign: paper.signedAt ? [] : mine.filter((side) => !signed.some(({ sideId }) => sideId === side)) }
  })
}
