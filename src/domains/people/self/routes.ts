// One's own account, as promised.
import { record } from '#platform/audit/journal.ts'
import { type Doing, serve } from '#platform/http/serve.ts'
import { NotFound } from '#platform/refusals.ts'
import { selfApi } from '../api.ts'
import type { Installation } from '../sign-in/letters.ts'
import { holdPerson } from '../sign-in/persons.ts'
import { endSession, endSessions, listSessions } from '../sign-in/sessions.ts'
import { askForNewPasskey } from '../sign-in/with-passkey.ts'
import { act, addPasskey, changeProfile, profileOf, removePasskey, setPassword } from './actions.ts'

export const selfRoutes = (home: Installation) => serve(selfApi, {
  profile: (at) => profileOf(at),
  changeProfile: (at, { body }) => changeProfile(at, body),
  act: (at, { body }) => act(at, body.officeId),
  setPassword: (at, { body }) => setPassword(at, home, body),
  askNewPasskey: async (at) => askForNewPasskey(at, await holdPerson(at.db, at.viewer.id), home.name) as never,
  addPasskey: (at, { body }) => addPasskey(at, home, body as never),
  removePasskey: (at, { params }) => removePasskey(at, home, params.id),
  sessions: ({ db, viewer, visit, now }) => listSessions(db, viewer.id, visit.session, now),
  endSession: async ({ db, viewer, visit, now }, { params }) => {
    await endSession(db, viewer.id, params.id)
    if (params.id === visit.session) visit.setSession(null)
    return listSessions(db, viewer.id, visit.session, now)
  },
  signOut: async (at) => {
    await endSession(at.db, at.viewer.id, at.visit.session!).catch(gone)
    at.visit.setSession(null)
    return {}
  },
  signOutEverywhere: async (at) => ({ ended: await everywhere(at) }),
})

/** A session that ended a moment ago elsewhere is as good as ended. */
function gone(error: unknown): void {
  if (!(error instanceof NotFound)) throw error
}

async function everywhere(at: Doing): Promise<number> {
  const ended = await endSessions(at.db, at.viewer.id)
  at.visit.setSession(null)
  await record(at, { what: 'person.signed-out-everywhere', about: at.viewer.id })
  return ended
}
