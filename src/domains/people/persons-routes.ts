// Persons and offices, as promised.
import { anyOf } from '#platform/db/database.ts'
import { chainOf } from '#platform/audit/journal.ts'
import { type Looking, serve } from '#platform/http/serve.ts'
import type { Id } from '#platform/kinds.ts'
import { NotFound } from '#platform/refusals.ts'
import { addHolder, changeOffice, closeAccount, endOffice, giveOffice, rename } from './actions.ts'
import { officesApi } from './api.ts'
import { invite, inviteAgain, withdrawInvitation } from './invitations.ts'
import { findPerson, listPeople } from './persons.ts'
import { whyNotEdit } from './rules.ts'
import type { Installation } from './sign-in/letters.ts'
import { endSessions } from './sign-in/sessions.ts'

export const personRoutes = (home: Installation) => serve(officesApi, {
  list: (at, { query }) => listPeople(at, query),
  read: (at, { params }) => findPerson(at, params.id),
  add: (at, { body }) => addHolder(at, body),
  rename: (at, { params, body }) => rename(at, params.id, body),
  invite: (at, { body }) => invite(at, home, body),
  inviteAgain: (at, { params, body }) => inviteAgain(at, home, params.id, body),
  withdrawInvitation: (at, { params }) => withdrawInvitation(at, params.id),
  close: (at, { params }) => closeAccount(at, params.id),
  endSessions: async (at, { params }) => ({ ended: await endSessions(at.db, (await findPerson(at, params.id)).id) }),
  history: (at, { params }) => historyOf(at, params.id),
  giveOffice: (at, { params, body }) => giveOffice(at, params.id, body),
  changeOffice: (at, { params, body }) => changeOffice(at, params.id, body),
  endOffice: (at, { params, body }) => endOffice(at, params.id, body.on),
})

/** For the person, and for those who keep the offices; to others there is no history. */
async function historyOf(at: Looking, id: Id) {
  if (whyNotEdit(await findPerson(at, id), at.viewer)) throw new NotFound()
  const chain = await chainOf(at.db, id)
  const names = new Map((await at.db.selectFrom('person').select(['id', 'name']).where('id', '=', anyOf(chain.map(({ who }) => who))).execute()).map((one) => [one.id, one.name]))
  return chain.map(({ id: entry, at: when, what, who, data }) => ({ id: entry, at: when, what, by: names.get(who) ?? null, data })).reverse()
}
