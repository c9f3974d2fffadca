// Brings the papers of minutes to the public page of verification: that they are genuine, how many sides signed, and which corrections stand beside them
// today. Whose minutes they are, and what they say, is for those who sit.
import { bringSealed } from '#domains/signing/code-store.ts'
import type { SealedMinutes } from '#domains/signing/verification-model.ts'
import type { Reading } from '#platform/db/database.ts'
import type { MinutesPaper } from './meeting-model.ts'
import './tables.ts'

const papers = (db: Reading) => db.selectFrom('minutesPaper').selectAll('minutesPaper')

async function told(db: Reading, { id, meetingId, addendumId, code, headSha256, madeAt, signedAt }: MinutesPaper): Promise<SealedMinutes> {
  const [sides, signatures, sealed] = await Promise.all([
    db.selectFrom('bodySide').innerJoin('meeting', 'meeting.bodyId', 'bodySide.bodyId').select('bodySide.id').where('meeting.id', '=', meetingId).execute(), db.selectFrom('minutesSignature').select('id').where('paperId', '=', id).execute(),
    db.selectFrom('minutesAddendum').select(['id', 'sealedAt']).where('meetingId', '=', meetingId).where('sealedAt', 'is not', null).orderBy('sealedAt').orderBy('id').execute(),
  ])
  const corrections = sealed.map((one, at) => ({ number: at + 1, sealedAt: one.sealedAt!, id: one.id }))
  return {
    about: addendumId ? 'correction' : 'minutes', code, number: corrections.find((one) => one.id === addendumId)?.number ?? null, sealedAt: madeAt, sealedSha256: headSha256,
    sides: Math.max(1, sides.length), signed: signatures.length, signedAt, corrections: corrections.map(({ number, sealedAt }) => ({ number, sealedAt })),
  }
}

bringSealed({
  underCode: async (db, code) => {
    const paper = await papers(db).where('code', '=', code).executeTakeFirst()
    return paper ? told(db, paper) : null
  },
  withHash: async (db, sha256) => {
    const head = await papers(db).where('headSha256', '=', sha256).executeTakeFirst()
    if (head) return { sealed: await told(db, head), finding: 'sealed' }
    const earlier = await papers(db).where((is) => is.or([is('paperSha256', '=', sha256), is.exists(is.selectFrom('minutesSignature').select('minutesSignature.id').whereRef('minutesSignature.paperId', '=', 'minutesPaper.id').where('fileSha256', '=', sha256))])).executeTakeFirst()
    return earlier ? { sealed: await told(db, earlier), finding: 'revision' } : null
  },
  beginningWith: async (db, start) => {
    const near = await papers(db).innerJoin('fileContent', 'fileContent.sha256', 'minutesPaper.headSha256').select('fileContent.bytes as content')
      .where((is) => is(is.fn('substring', [is.ref('fileContent.bytes'), is.val(1), is.val(start.length)]), '=', start as never)).limit(1).executeTakeFirst()
    return near ? { sealed: await told(db, near), content: near.content } : null
  },
})
