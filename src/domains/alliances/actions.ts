// The verbs of an alliance itself: hold, ask the rules, change, write in the journal, show. Those of members, officers and news lie beside it.
import anyAscii from 'any-ascii'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, Invalid } from '#platform/refusals.ts'
import type { Alliance, AllianceFacts, AllianceFile, NewAlliance } from './model.ts'
import { whyNotFound, whyNotKeep, whyNotUnder } from './rules.ts'
import { addAlliances, findAlliance, holdAlliance, putAlliance, slugIsTaken } from './store.ts'

export { giveStanding, takeBackStanding } from './member-actions.ts'
export { changeNews, publish, removeNews } from './news-actions.ts'
export { appoint, changeOfficer, removeOfficer } from './officer-actions.ts'

export async function foundAlliance(at: Doing, { organisationId, name, slug, ...facts }: NewAlliance): Promise<AllianceFile> {
  const parent = facts.parentId ? await findAlliance(at.db, at.viewer, facts.parentId) : null
  demand(whyNotFound({ organisationId, hostId: facts.hostId, parent }, at.viewer))
  const id = newId()
  if (parent) demand(whyNotUnder(id, parent))
  const own = organisationId ?? await newNetwork(at, name!)
  await onlyAllianceOf(at, own)
  const alliance: Alliance = { id, organisationId: own, slug: await freeSlug(at, slug ?? slugOf(name ?? id)), ...asKept(facts), example: false, changedAt: at.now }
  await addAlliances(at.db, [alliance])
  return tell(at, 'alliance.founded', id, { organisationId: own, parentId: facts.parentId, hostId: facts.hostId })
}

export async function changeAlliance(at: Doing, id: Id, { slug, ...facts }: AllianceFacts): Promise<AllianceFile> {
  const alliance = await holdAlliance(at.db, at.viewer, id)
  demand(whyNotKeep(alliance, at.viewer))
  if (facts.parentId && facts.parentId !== alliance.parentId) {
    const parent = await findAlliance(at.db, at.viewer, facts.parentId)
    demand(whyNotUnder(id, parent) ?? whyNotKeep(parent, at.viewer))
  }
  if (slug && slug !== alliance.slug && await slugIsTaken(at.db, slug, id)) throw new Invalid({ slug: ['alliances.address-taken'] })
  await putAlliance(at.db, { id, ...asKept(facts), slug: slug ?? alliance.slug, changedAt: at.now })
  return tell(at, 'alliance.changed', id, { before: facts.public === alliance.public ? null : { public: alliance.public }, public: facts.public })
}

const asKept = ({ founded, ...facts }: Omit<AllianceFacts, 'slug'>) =>
  ({ ...facts, foundedOn: founded?.value ?? null, foundedPrecision: founded?.precision ?? null })

async function newNetwork(at: Doing, name: string): Promise<Id> {
  const [id] = await addOrganisations(at, [{ kind: 'network', names: [{ text: name, lang: null, kind: 'display' }] }])
  return id!
}

async function onlyAllianceOf(at: Doing, organisationId: Id): Promise<void> {
  const there = await at.db.selectFrom('alliance').select('id').where('organisationId', '=', organisationId).executeTakeFirst()
  if (there) throw new Invalid({ organisationId: ['alliances.is-an-alliance-already'] })
}

/** The address people read: Latin letters of the name. */
export const slugOf = (name: string): string =>
  anyAscii(name).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '') || 'alliance'

async function freeSlug(at: Doing, wanted: string): Promise<string> {
  for (let turn = 1; turn < 50; turn += 1) {
    const slug = turn === 1 ? wanted : `${wanted}-${turn}`
    if (!await slugIsTaken(at.db, slug)) return slug
  }
  throw new Invalid({ slug: ['alliances.address-taken'] })
}

async function tell(at: Doing, what: string, about: Id, data: Record<string, unknown>): Promise<AllianceFile> {
  await record(at, { what, about, data })
  return findAlliance(at.db, at.viewer, about)
}
