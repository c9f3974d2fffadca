// Who gets what answer at reviews, challenges and new areas: they are the inner matter of the sides of the walk's agreement.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { areasApi, challengesApi, reviewsApi } from './api.ts'

const agreement = (w: AccessWorld) => ({ params: { id: w['agreement']! } })
const party = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const challenge = { what: { en: 'Visas' }, since: '2025-03-01' }

export const challengesAccess = {
  challenges: { input: agreement, expect: party },
  recordChallenge: { input: (w) => ({ body: { agreementId: w['agreement']!, ...challenge } }), expect: party },
  // What was seen is not what stands there: who may change it hears so.
  changeChallenge: { input: (w) => ({ params: { id: w['challenge']! }, body: { ...challenge, seen: '2020-01-01T00:00:00.000Z' } }), expect: { ...party, right: 409 } },
} satisfies AccessCases<typeof challengesApi>

const review = (w: AccessWorld) => ({ params: { id: w['review']! } })
export const reviewsAccess = {
  due: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  ofAgreement: { input: agreement, expect: party },
  begin: { input: (w) => ({ ...agreement(w), body: { year: 2026 } }), expect: party },
  review: { input: review, expect: party },
  write: { input: (w) => ({ ...review(w), body: { moves: [], outcome: null, seen: '2020-01-01T00:00:00.000Z' } }), expect: { ...party, right: 409 } },
  // It has no outcome yet, is still open, and so leads to nothing.
  lay: { input: review, expect: { ...party, right: 409 } },
  reopen: { input: (w) => ({ ...review(w), body: { because: 'A mistake' } }), expect: { ...party, right: 409 } },
  carryOut: { input: review, expect: { ...party, right: 409 } },
  reviewFile: { input: (w) => ({ ...review(w), query: { form: 'docx' } }), expect: party },
} satisfies AccessCases<typeof reviewsApi>

const area = (w: AccessWorld) => ({ params: { id: w['newArea']! } })
export const areasAccess = {
  areas: { input: agreement, expect: party },
  propose: { input: (w) => ({ ...agreement(w), body: { what: { en: 'Joint school of design' } } }), expect: party },
  toCommitment: { input: area, expect: party },
  toDraft: { input: area, expect: party },
  setAside: { input: (w) => ({ ...area(w), body: { because: 'Not this year' } }), expect: party },
} satisfies AccessCases<typeof areasApi>
