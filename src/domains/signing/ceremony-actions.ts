// A ceremony is prepared, run step by step from a phone, and its result published.
import { sidesOf } from '#domains/agreements/rules.ts'
import { seenBy } from '#domains/agreements/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { record } from '#platform/audit/journal.ts'
import { anyOf, json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, Refused } from '#platform/refusals.ts'
import type { CeremonyDraft, CeremonyFile, CeremonyPersonRow, CeremonyRow } from './ceremony-model.ts'
import { mayHost, whyNotEdit, whyNotMove, whyNotPublish } from './ceremony-rules.ts'
import { beatsOf, findCeremony, holdCeremony, putProgramme } from './ceremony-store.ts'

export async function prepareCeremony(at: Doing, draft: CeremonyDraft): Promise<CeremonyFile> {
  demand(mayHost(draft.hostId, at.viewer) ? undefined : 'signing.only-the-host')
  const row: CeremonyRow = { id: newId(), ...written(draft), done: 0, begunAt: null, endedAt: null, publishedAt: null, madeBy: at.viewer.id, madeAt: at.now, changedAt: at.now, removedAt: null }
  await at.db.insertInto('ceremony').values({ ...row, title: json(row.title) as never, words: json(row.words) as never }).execute()
  await setProgramme(at, row.id, draft)
  return tell(at, row.id, 'prepared', { title: row.title, heldOn: row.heldOn, agreements: draft.agreements.length })
}

/** What was seen must still be what stands there. */
export async function changeCeremony(at: Doing, id: Id, { seen, ...draft }: CeremonyDraft & { seen: string }): Promise<CeremonyFile> {
  const before = await holdCeremony(at.db, at.viewer, id)
  demand(whyNotEdit(before, at.viewer) ?? (mayHost(draft.hostId, at.viewer) ? undefined : 'signing.only-the-host'))
  if (before.changedAt !== seen) throw new Refused('signing.moved-meanwhile')
  const next = written(draft)
  await at.db.updateTable('ceremony').set({ ...next, title: json(next.title) as never, words: json(next.words) as never, changedAt: at.now }).where('id', '=', id).execute()
  await setProgramme(at, id, draft)
  return tell(at, id, 'changed', { heldOn: draft.heldOn, agreements: draft.agreements.length })
}

export async function removeCeremony(at: Doing, id: Id): Promise<{}> {
  demand(whyNotEdit(await holdCeremony(at.db, at.viewer, id), at.viewer))
  await at.db.updateTable('ceremony').set({ removedAt: at.now }).where('id', '=', id).execute()
  await record(at, { what: 'ceremony.removed', about: id })
  return {}
}

/** One step on, or one back: two who press at once do not skip anybody. */
export async function moveCeremony(at: Doing, id: Id, move: { seen: number; to: number }): Promise<CeremonyFile> {
  const row = await holdCeremony(at.db, at.viewer, id)
  const sequence = await beatsOf(at.db, id)
  demand(whyNotMove(move, row, sequence.length, at.viewer))
  const { to } = move
  await at.db.updateTable('ceremony').set({ done: to, begunAt: row.begunAt ?? at.now, endedAt: to === sequence.length ? at.now : null, changedAt: at.now }).where('id', '=', id).execute()
  return tell(at, id, to > move.seen ? 'stepped' : 'stepped-back', { done: to, ...sequence[Math.max(0, Math.max(to, move.seen) - 1)] })
}

export async function publishCeremony(at: Doing, id: Id, published: boolean): Promise<CeremonyFile> {
  demand(whyNotPublish(await holdCeremony(at.db, at.viewer, id), at.viewer))
  await at.db.updateTable('ceremony').set({ publishedAt: published ? at.now : null, changedAt: at.now }).where('id', '=', id).execute()
  return tell(at, id, published ? 'published' : 'unpublished', {})
}

const written = ({ title, heldOn, startsAt, zone, venue, city, country, hostId, words }: CeremonyDraft) =>
  ({ title, heldOn, startsAt: startsAt ?? null, zone, venue: venue ?? null, city: city ?? null, country: country ?? null, hostId, words: words ?? {} })

/** Who signs which agreement follows from its parties, for each side for which nobody was named; whoever is named for no side signs alone. */
async function setProgramme(at: Doing, ceremonyId: Id, { agreements, people }: CeremonyDraft): Promise<void> {
  const ids = [...new Set(agreements)]
  const seen = await seenBy(at.db, at.viewer).select('agreement.id').where('agreement.id', '=', anyOf(ids)).execute()
  demand(seen.length < ids.length ? 'signing.agreement-unknown' : undefined)
  demand(people.some(({ agreementId }) => agreementId && !ids.includes(agreementId)) ? 'signing.agreement-unknown' : undefined)
  const said = people.map((person) => ({ agreementId: null, organisationId: null, title: null, seat: null, remote: false, ...defined(person) }))
  const named = (id: Id) => said.filter(({ agreementId, role }) => agreementId === id && role === 'signatory').map(({ organisationId }) => organisationId)
  const open = ids.filter((id) => !named(id).includes(null))
  const all = [...(await signatoriesOf(at, open)).toSorted((a, b) => ids.indexOf(a.agreementId) - ids.indexOf(b.agreementId)).filter(({ agreementId, organisationId }) => !named(agreementId).includes(organisationId)), ...said]
  await putProgramme(at.db, ceremonyId, ids, all.map((person, place): CeremonyPersonRow => ({ ...person, id: newId(), ceremonyId, place })))
}

const defined = <T extends object>(given: T) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }

async function signatoriesOf(at: Doing, agreements: readonly Id[]) {
  const parties = await at.db.selectFrom('agreementParty').selectAll().where('agreementId', '=', anyOf(agreements)).where('role', '<>', 'witness').orderBy('agreementId').orderBy('place').execute()
  const organisations = await organisationsById(at.db, sidesOf(parties))
  return parties.map(({ agreementId, organisationId, signatory, signatoryTitle }) =>
    ({ agreementId, organisationId, name: signatory ?? organisations.get(organisationId)?.name ?? '—', title: signatoryTitle, role: 'signatory' as const, seat: null, remote: false }))
}

async function tell(at: Doing, id: Id, what: string, data: Record<string, unknown>): Promise<CeremonyFile> {
  await record(at, { what: `ceremony.${what}`, about: id, data })
  return findCeremony(at.db, at.viewer, id)
}
