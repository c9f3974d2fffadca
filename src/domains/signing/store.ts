// How a signing is found, held and shown.
import { organisationsById } from '#domains/organisations/store.ts'
import { sidesHeld } from '#domains/agreements/rules.ts'
import { holdAgreement, type Held as HeldAgreement, stillSeen } from '#domains/agreements/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { shownCertificate } from './certificate-store.ts'
import type { Check } from './clearance-model.ts'
import { authorityOf, rankOf, whyNotCleared } from './clearance-rules.ts'
import { delegationsOf, shownClearances } from './clearance-store.ts'
import type { SeatRow, SideShown, SignatureRow, SigningFile, SigningRow } from './model.ts'
import './tables.ts'

type Parties = HeldAgreement['parties']
/** A signing with all that its rules ask for. */
export type Whole = { signing: SigningRow; seats: SeatRow[]; signed: SignatureRow[]; accepts: { sideId: Id; accepts: SideShown['accepts'] }[] }
export type Held = HeldAgreement & Whole

export const currentSigning = (db: Reading, agreementId: Id): Promise<SigningRow | undefined> =>
  db.selectFrom('signing').selectAll().where('agreementId', '=', agreementId).where('calledOffAt', 'is', null).executeTakeFirst()

export async function wholeSigning(db: Reading, signing: SigningRow): Promise<Whole> {
  const [seats, signed, accepts] = await Promise.all([
    db.selectFrom('signingSeat').selectAll().where('signingId', '=', signing.id).orderBy('place').execute(),
    db.selectFrom('signature').selectAll().where('signingId', '=', signing.id).orderBy('signedAt').orderBy('id').execute(),
    db.selectFrom('signingSide').select(['sideId', 'accepts']).where('signingId', '=', signing.id).execute(),
  ])
  return { signing, seats, signed, accepts }
}

/** The agreement and its signing, held until this transaction ends: of two last signatures the second waits for the first. */
export async function holdSigning(db: Writing, viewer: Viewer, agreementId: Id): Promise<Held> {
  const held = await holdAgreement(db, viewer, agreementId)
  return { ...held, ...(await wholeSigning(db, found(await currentSigning(db, agreementId)))) }
}

/** As its page shows it. The caller knows that the agreement is seen. */
export async function showSigning(db: Reading, viewer: Viewer, signing: SigningRow, today: Day, now: Instant): Promise<SigningFile> {
  const { seats, signed, accepts } = await wholeSigning(db, signing)
  const parties = await db.selectFrom('agreementParty').selectAll().where('agreementId', '=', signing.agreementId).orderBy('place').execute()
  const [clearances, checks, sides] = await Promise.all([shownClearances(db, signing, now), checksOf(db, signing, seats, today), shownSides(db, viewer, accepts, parties, seats, now)])
  const waiting = sides.some(({ id }) => whyNotCleared(clearances, id))
  const { id, agreementId, versionNumber, hashes, paperSha256, headSha256, code, openedAt, sealedAt, sealedSha256 } = signing
  return {
    id, agreementId, versionNumber, hashes, paperSha256, headSha256, code, openedAt, sealedAt, sealedSha256, stage: sealedAt ? 'sealed' : waiting ? 'clearing' : 'signing',
    sides, seats, signatures: signed, clearances, checks,
  }
}

async function shownSides(db: Reading, viewer: Viewer, accepts: Whole['accepts'], parties: Parties, seats: SeatRow[], now: Instant): Promise<SideShown[]> {
  const order = [...new Set(seats.map(({ sideId }) => sideId))]
  const organisations = await organisationsById(db, order)
  const [mine, signing] = [sidesHeld(parties, viewer), sidesHeld(parties, viewer, 'signatory', 'director')]
  return Promise.all(order.map(async (id) => ({
    id, organisation: found(organisations.get(id)), accepts: accepts.find(({ sideId }) => sideId === id)?.accepts ?? [], mine: mine.includes(id), maySign: signing.includes(id),
    certificate: await shownCertificate(db, id, now),
  })))
}

/** Authority of each seat and the ranks of all of them, each with its rule, inputs and reason. */
export async function checksOf(db: Reading, signing: SigningRow, seats: readonly SeatRow[], day: Day): Promise<Check[]> {
  return [...await authoritiesOf(db, signing, seats, day), ...rankOf(seats)]
}

/** By what right each seat may sign, with the delegation that gives it. */
export async function authoritiesOf(db: Reading, signing: SigningRow, seats: readonly SeatRow[], day: Day) {
  const sides = seats.map(({ sideId }) => sideId)
  const { kind } = await db.selectFrom('agreement').select('kind').where('id', '=', signing.agreementId).executeTakeFirstOrThrow()
  const [delegations, units] = await Promise.all([
    delegationsOf(db, sides),
    db.selectFrom('organisation').select('id').where('id', '=', anyOf(sides)).where('parentId', 'is not', null).where('kind', 'in', ['school', 'faculty', 'department', 'laboratory', 'institute', 'college']).execute(),
  ])
  return seats.map(({ id, sideId, unit, rank }) =>
    ({ ...authorityOf({ sideId, unit, isUnit: units.some((one) => one.id === sideId), rank, kind, day }, delegations), seatId: id }))
}

export async function mustSee(db: Reading, viewer: Viewer, agreementId: Id): Promise<void> {
  found((await stillSeen(db, viewer, agreementId)) || null)
}
