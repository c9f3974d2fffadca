// The verbs of a joint unit: founded by an agreement, changed, closed with a reason. Each stands in the agreement's history.
import { seenBy as agreementsSeen } from '#domains/agreements/store.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { record } from '#platform/audit/journal.ts'
import { anyOf } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, type Locale, newId } from '#platform/kinds.ts'
import { demand, Invalid, Refused } from '#platform/refusals.ts'
import type { Closing, JointUnit, UnitChange, UnitDraft, UnitFile } from './model.ts'
import { whyNotChange, whyNotClose, whyNotFound } from './rules.ts'
import { findUnitFile, founderOf, holdUnit } from './store.ts'

export async function foundUnit(at: Doing, { agreementId, kind, foundedOn, organisationId, name }: UnitDraft): Promise<UnitFile> {
  const founder = await founderOf(at.db, at.viewer, agreementId)
  demand(whyNotFound(founder))
  const own = organisationId ?? await addOrganisation(at, name, founder.kept[0] ?? founder.sides[0]!)
  if (organisationId && !(await organisationsById(at.db, [organisationId])).has(organisationId)) throw new Invalid({ organisationId: ['joint-units.no-such-organisation'] })
  if (founder.sides.includes(own)) throw new Invalid({ organisationId: ['joint-units.is-a-side'] })
  if (await at.db.selectFrom('jointUnit').select('id').where('agreementId', '=', agreementId).where('organisationId', '=', own).executeTakeFirst()) throw new Refused('joint-units.is-founded')
  const id = newId()
  await at.db.insertInto('jointUnit').values({ id, organisationId: own, agreementId, kind, foundedOn, closedOn: null, closedBecause: null, recordedBy: at.viewer.id, recordedAt: at.now, changedAt: at.now }).execute()
  return tell(at, { id, agreementId }, 'founded', { organisation: own, kind, foundedOn })
}

/** A new record, in the country of the side that records it. */
async function addOrganisation(at: Doing, name: UnitDraft['name'], side: Id): Promise<Id> {
  const { country, city } = (await organisationsById(at.db, [side])).get(side)!
  const names = Object.entries(name).map(([lang, text]) => ({ text, lang: lang as Locale, kind: 'display' as const }))
  return (await addOrganisations(at, [{ kind: 'institute', country: country as never, city, names, provisional: true }]))[0]!
}

export async function changeUnit(at: Doing, id: Id, { kind, foundedOn, agreementIds, seen }: UnitChange): Promise<UnitFile> {
  const unit = await holdToChange(at, id)
  if (unit.changedAt !== seen) throw new Refused('joint-units.changed-meanwhile', { seen, changedAt: unit.changedAt })
  const further = [...new Set(agreementIds)].filter((one) => one !== unit.agreementId)
  const known = await agreementsSeen(at.db, at.viewer).select('agreement.id').where('agreement.id', '=', anyOf(further)).where('agreement.draft', '=', false).execute()
  if (known.length < further.length) throw new Invalid({ agreementIds: ['joint-units.agreement-unknown'] })
  // Those that this viewer does not see stay as they are.
  await at.db.deleteFrom('jointUnitAgreement').where('unitId', '=', id).where('agreementId', 'in', agreementsSeen(at.db, at.viewer).select('agreement.id')).execute()
  if (further.length > 0) await at.db.insertInto('jointUnitAgreement').values(further.map((agreementId) => ({ unitId: id, agreementId }))).execute()
  await at.db.updateTable('jointUnit').set({ kind, foundedOn, changedAt: at.now }).where('id', '=', id).execute()
  return tell(at, unit, 'changed', { organisation: unit.organisationId, before: { kind: unit.kind, foundedOn: unit.foundedOn }, kind, foundedOn, further })
}

export async function closeUnit(at: Doing, id: Id, { on, because }: Closing): Promise<UnitFile> {
  const unit = await holdToChange(at, id)
  demand(whyNotClose(unit, on))
  await at.db.updateTable('jointUnit').set({ closedOn: on, closedBecause: because, changedAt: at.now }).where('id', '=', id).execute()
  return tell(at, unit, 'closed', { organisation: unit.organisationId, on, because })
}

async function holdToChange(at: Doing, id: Id): Promise<JointUnit> {
  const unit = await holdUnit(at.db, at.viewer, id)
  demand(whyNotChange(unit, await founderOf(at.db, at.viewer, unit.agreementId)))
  return unit
}

async function tell(at: Doing, { id, agreementId }: Pick<JointUnit, 'id' | 'agreementId'>, what: string, { organisation, ...data }: { organisation: Id } & Record<string, unknown>): Promise<UnitFile> {
  const file = await findUnitFile(at.db, at.viewer, id)
  const { nameEn: en, nameZh: zh, nameRu: ru, nameUr: ur } = file.organisation
  await record(at, { what: `joint-unit.${what}`, about: agreementId, data: { unit: id, organisation, name: { en, zh, ru, ur }, ...data } })
  return file
}
