// What the panel of signing asks for: the signing that stands, or what may be opened; and the files of it.
import { sidesHeld } from '#domains/agreements/rules.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import { contentOf } from '#platform/files/files.ts'
import type { Download } from '#platform/http/contract.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { SigningPanel, SigningRow } from './model.ts'
import { currentSigning, mustSee, showSigning } from './store.ts'
import { readyText } from './text-desk.ts'

export async function panelOf(db: Reading, viewer: Viewer, agreementId: Id, today: Day, now: Instant): Promise<SigningPanel> {
  await mustSee(db, viewer, agreementId)
  const signing = await seenSigning(db, viewer, agreementId)
  const { draft } = await db.selectFrom('agreement').select('draft').where('id', '=', agreementId).executeTakeFirstOrThrow()
  const parties = await partiesOf(db, agreementId)
  const ready = signing ? null : await readyText(db, agreementId)
  return { signing: signing ? await showSigning(db, viewer, signing, today, now) : null, ready, mayOpen: draft && !signing && sidesHeld(parties, viewer).length > 0 }
}

/** The paper as it lies now: with the signatures so far, or sealed. */
export async function openPaper(db: Reading, viewer: Viewer, agreementId: Id): Promise<Download> {
  await mustSee(db, viewer, agreementId)
  const { headSha256, code, sealedAt } = found(await seenSigning(db, viewer, agreementId))
  return contentOf(db, { sha256: headSha256, name: `${code}${sealedAt ? '' : '-unsealed'}.pdf`, type: 'application/pdf' })
}

export async function openSignature(db: Reading, viewer: Viewer, agreementId: Id, signatureId: Id): Promise<Download> {
  await mustSee(db, viewer, agreementId)
  const signing = found(await seenSigning(db, viewer, agreementId))
  const row = found(await db.selectFrom('signature').selectAll().where('id', '=', signatureId).where('signingId', '=', signing.id).executeTakeFirst())
  return contentOf(db, { sha256: row.fileSha256, name: row.fileName ?? `${signing.code}.pdf`, type: row.fileType })
}

/** How an agreement was signed is its parties' affair, also where the agreement is seen by others; an administrator sees it too. */
async function seenSigning(db: Reading, viewer: Viewer, agreementId: Id): Promise<SigningRow | undefined> {
  const mine = sidesHeld(await partiesOf(db, agreementId), viewer, ...viewer.offices.map(({ role }) => role))
  return viewer.admin || mine.length > 0 ? currentSigning(db, agreementId) : undefined
}
const partiesOf = (db: Reading, agreementId: Id) => db.selectFrom('agreementParty').selectAll().where('agreementId', '=', agreementId).execute()
