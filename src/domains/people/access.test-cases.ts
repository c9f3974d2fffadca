// Who gets what answer at every door of people. The world's person is the director of its organisation.
import { newId } from '#platform/kinds.ts'
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { peopleApi } from './api.ts'

const all = (status: number) => ({ nobody: status, stranger: status, wrong: status, right: status })
const own = (status: number) => ({ ...all(status), nobody: 401 })
/** Known to those who hold an office somewhere, changed by those who keep it. */
const kept = { nobody: 401, stranger: 404, wrong: 409, right: 200 }
const refused = { nobody: 401, stranger: 409, wrong: 409, right: 200 }
const desk = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const admin = 'administrator' as const

const token = 'a-token-that-was-never-given-out'
const password = 'nine passes and a bridge'
const key = { id: 'x', rawId: 'x', type: 'public-key' as const, response: { clientDataJSON: 'e30' }, clientExtensionResults: {} }
const the = ({ person }: AccessWorld) => ({ params: { id: person! } })
const nothing = () => ({ params: { id: newId() } })
const place = ({ organisation }: AccessWorld) => ({ role: 'faculty' as const, organisationId: organisation! })

export const peopleAccess = {
  ways: { expect: all(200) },
  signIn: { input: () => ({ body: { email: 'nobody@example.org', password } }), expect: all(403) },
  askLetter: { input: () => ({ body: { email: 'nobody@example.org', purpose: 'link' as const } }), expect: all(200) },
  lookAtLink: { input: () => ({ query: { token } }), expect: all(410) },
  takeLink: { input: () => ({ body: { token } }), expect: all(410) },
  askLinkPasskey: { input: () => ({ body: { token, name: 'Someone' } }), expect: all(410) },
  askPasskey: { expect: all(200) },
  signInWithPasskey: { input: () => ({ body: { response: key } }), expect: all(409) },

  profile: { expect: own(200) },
  changeProfile: { input: () => ({ body: { name: 'Someone', nameNative: null, locale: null } }), expect: own(200) },
  act: { input: ({ office }) => ({ body: { officeId: office! } }), expect: refused },
  setPassword: { input: () => ({ body: { password } }), expect: own(200) },
  askNewPasskey: { expect: own(200) },
  addPasskey: { input: () => ({ body: { name: 'phone', response: key } }), expect: own(409) },
  removePasskey: { input: nothing, expect: own(404) },
  sessions: { expect: own(200) },
  endSession: { input: nothing, expect: own(404) },
  signOut: { expect: own(200) },
  signOutEverywhere: { expect: own(200) },

  list: { expect: own(200) },
  read: { input: the, expect: { nobody: 401, stranger: 404, wrong: 200, right: 200 } },
  add: { input: (world) => ({ body: { name: 'Someone', office: place(world) } }), expect: refused },
  rename: { input: (world) => ({ ...the(world), body: { name: 'Someone' } }), expect: kept },
  invite: { input: (world) => ({ body: { email: 'someone@example.org', office: place(world) } }), expect: refused },
  inviteAgain: { input: (world) => ({ ...the(world), body: {} }), expect: kept, right: admin },
  withdrawInvitation: { input: the, expect: kept, right: admin },
  close: { input: the, expect: kept, right: admin },
  endSessions: { input: the, expect: desk, right: admin },
  history: { input: the, expect: desk },
  giveOffice: { input: (world) => ({ params: { id: world.otherPerson! }, body: place(world) }), expect: kept },
  changeOffice: { input: ({ office }) => ({ params: { id: office! }, body: { title: null, startsOn: '2020-01-01', endsOn: null } }), expect: kept, right: admin },
  endOffice: { input: ({ office }) => ({ params: { id: office! }, body: {} }), expect: kept },

  letters: { expect: desk, right: admin },
  sendAgain: { input: nothing, expect: { ...desk, right: 404 }, right: admin },
  installation: { expect: desk, right: admin },
} satisfies AccessCases<typeof peopleApi>
