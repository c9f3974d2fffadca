// How joint units are found: by who sees the agreement that founded them.
import { sql } from 'kysely'
import { seenBy as agreementsSeen } from '#domains/agreements/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { partiesColumn, powers } from '#domains/reviews/whose-store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { AgreementNamed, JointUnit, UnitFile, UnitLine } from './model.ts'
import './tables.ts'

export const seenBy = (db: Reading, viewer: Viewer) => db.selectFrom('jointUnit').where('jointUnit.agreementId', 'in', agreementsSeen(db, viewer).select('agreement.id'))

export type Of = { agreementId?: Id | undefined; organisationId?: Id | undefined }
/** Those that an agreement founded or that carry it out; those that an organisation takes part in or is. */
export async function listUnits(db: Reading, viewer: Viewer, { agreementId, organisationId }: Of): Promise<UnitLine[]> {
  const units = await seenBy(db, viewer).selectAll('jointUnit')
    .$if(agreementId !== undefined, (q) => q.where((is) => is.or([is('jointUnit.agreementId', '=', agreementId!), sql<boolean>`exists (select from joint_unit_agreement a where a.unit_id = joint_unit.id and a.agreement_id = ${agreementId})`])))
    .$if(organisationId !== undefined, (q) => q.where((is) => is.or([is('jointUnit.organisationId', '=', organisationId!), sql<boolean>`exists (select from agreement a where a.id = joint_unit.agreement_id and a.party_ids @> array[${organisationId}]::uuid[])`])))
    .orderBy('jointUnit.closedOn', (order) => order.desc().nullsFirst()).orderBy('jointUnit.foundedOn', 'desc').orderBy('jointUnit.id', 'desc').limit(200).execute()
  const organisations = await organisationsById(db, units.map((unit) => unit.organisationId))
  return units.map((unit) => ({ ...unit, organisation: organisations.get(unit.organisationId)! }))
}

export const findUnit = async (db: Reading, viewer: Viewer, id: Id): Promise<JointUnit> => found(await seenBy(db, viewer).selectAll('jointUnit').where('jointUnit.id', '=', id).executeTakeFirst())
export const holdUnit = async (db: Writing, viewer: Viewer, id: Id): Promise<JointUnit> => found(await seenBy(db, viewer).selectAll('jointUnit').where('jointUnit.id', '=', id).forUpdate('jointUnit').executeTakeFirst())

/** All agreements of a unit, the one that founded it first; whoever may see them. */
export async function agreementsOfUnit(db: Reading, { id, agreementId }: Pick<JointUnit, 'id' | 'agreementId'>): Promise<Id[]> {
  const further = await db.selectFrom('jointUnitAgreement').select('agreementId').where('unitId', '=', id).orderBy('agreementId').execute()
  return [agreementId, ...further.map((one) => one.agreementId)]
}

/** What a deed must know of the agreement: whether it is a draft, and what this viewer may do there. */
export async function founderOf(db: Reading, viewer: Viewer, agreementId: Id) {
  const row = found(await agreementsSeen(db, viewer).select(['agreement.id', 'agreement.draft', partiesColumn.as('parties')]).where('agreement.id', '=', agreementId).executeTakeFirst())
  return { ...row, ...powers(row.parties, viewer) }
}

export async function findUnitFile(db: Reading, viewer: Viewer, id: Id): Promise<UnitFile> {
  const unit = await findUnit(db, viewer, id)
  const [{ sides, mayWrite }, ids] = await Promise.all([founderOf(db, viewer, unit.agreementId), agreementsOfUnit(db, unit)])
  const named = await agreementsSeen(db, viewer).select(['agreement.id', 'agreement.title', 'agreement.titleLang', 'agreement.titles']).where('agreement.id', '=', anyOf(ids)).orderBy('agreement.id').execute() as AgreementNamed[]
  const organisations = await organisationsById(db, [unit.organisationId, ...sides])
  return {
    ...unit, organisation: organisations.get(unit.organisationId)!, agreement: named.find((one) => one.id === unit.agreementId)!, further: named.filter((one) => one.id !== unit.agreementId),
    sides: sides.flatMap((side) => organisations.get(side) ?? []), mayWrite,
  }
}
