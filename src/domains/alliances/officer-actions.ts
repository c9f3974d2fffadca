// The verbs of officers: a person takes a post, for a term as far as it is known.
import { addNamedPersons } from '#domains/people/store.ts'
import { record, recordBeginnings } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import type { NewOfficer, Officer, OfficerShown, OfficerTerm } from './model.ts'
import { addOfficers, holdOfficers, officersOf, putOfficer, removeOfficer as remove } from './officer-store.ts'
import { whyNotAppoint, whyNotKeep } from './rules.ts'
import { holdAlliance } from './store.ts'

export async function appoint(at: Doing, id: Id, { personId, name, nameNative, ...term }: NewOfficer): Promise<OfficerShown> {
  const alliance = await holdAlliance(at.db, at.viewer, id)
  demand(whyNotAppoint(alliance, await holdOfficers(at.db, id), { ...term, personId }, at.viewer))
  const person = personId ?? await nameNew(at, { name: name!, nameNative: nameNative ?? null, source: term.source })
  const officer: Officer = { id: newId(), allianceId: id, personId: person, ...asKept(term), example: false }
  await addOfficers(at.db, [officer])
  await record(at, { what: 'alliance.officer-appointed', about: id, data: { personId: person, post: term.post, country: term.country } })
  return shown(at, id, officer.id)
}

export async function changeOfficer(at: Doing, id: Id, officerId: Id, term: OfficerTerm): Promise<OfficerShown> {
  const alliance = await holdAlliance(at.db, at.viewer, id)
  const officers = await holdOfficers(at.db, id)
  const { personId, post, untilOn } = found(officers.find((officer) => officer.id === officerId))
  demand(whyNotAppoint(alliance, officers, { ...term, id: officerId, personId }, at.viewer))
  await putOfficer(at.db, { id: officerId, ...asKept(term) })
  await record(at, { what: 'alliance.officer-changed', about: id, data: { personId, before: { post, untilOn }, post: term.post, until: term.until } })
  return shown(at, id, officerId)
}

export async function removeOfficer(at: Doing, id: Id, officerId: Id): Promise<{ id: Id }> {
  const alliance = await holdAlliance(at.db, at.viewer, id)
  demand(whyNotKeep(alliance, at.viewer))
  const { personId, post } = found((await holdOfficers(at.db, id)).find((officer) => officer.id === officerId))
  await remove(at.db, officerId)
  await record(at, { what: 'alliance.officer-taken-back', about: id, data: { personId, post } })
  return { id: officerId }
}

async function nameNew(at: Doing, named: { name: string; nameNative: string | null; source: string | null }): Promise<Id> {
  const id = newId()
  await addNamedPersons(at.db, [{ id, ...named, example: false, createdAt: at.now }])
  await recordBeginnings(at, [{ what: 'person.named', about: id, data: { name: named.name } }])
  return id
}

const asKept = ({ from, until, ...term }: OfficerTerm) => ({
  ...term, fromOn: from?.value ?? null, fromPrecision: from?.precision ?? null, untilOn: until?.value ?? null, untilPrecision: until?.precision ?? null,
})

const shown = async (at: Doing, id: Id, officerId: Id): Promise<OfficerShown> =>
  found((await officersOf(at.db, id)).find((officer) => officer.id === officerId))
