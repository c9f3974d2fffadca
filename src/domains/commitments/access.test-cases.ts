// Who gets what answer at the endpoints of commitments. The walk's commitment and activity are of its agreement, for its parties only.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { activitiesApi, commitmentsApi, termsApi } from './api.ts'

const agreement = (w: AccessWorld) => ({ params: { id: w['agreement']! } })
const commitment = (w: AccessWorld) => ({ params: { id: w['commitment']! } })
const activity = (w: AccessWorld) => ({ params: { id: w['activity']! } })
const party = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const draft = { kind: 'seminar' as const, what: { en: 'Seminar' }, unit: 'events' as const, target: 1, per: 'year' as const, eachWay: false }
const because = { body: { because: 'A mistake' } }

export const commitmentsAccess = {
  promises: { input: agreement, expect: party },
  record: { input: (w) => ({ ...agreement(w), body: draft }), expect: party },
  // What was seen is not what stands there: who may revise hears so.
  revise: { input: (w) => ({ ...commitment(w), body: { ...draft, seen: '2020-01-01T00:00:00.000Z' } }), expect: { ...party, right: 409 } },
  withdraw: { input: (w) => ({ ...commitment(w), ...because }), expect: party },
} satisfies AccessCases<typeof commitmentsApi>

export const activitiesAccess = {
  ofAgreement: { input: agreement, expect: party },
  begin: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  log: { input: (w) => ({ body: { what: 'Visit', onDay: '2026-02-01', sideId: w['organisation']!, serves: [{ agreementId: w['agreement']! }] } }), expect: party },
  read: { input: activity, expect: party },
  // The walk's activity is claimed by the partner, so the right one may read it and not change it.
  withdrawActivity: { input: (w) => ({ ...activity(w), ...because }), expect: { ...party, right: 409 } },
  addEvidence: { input: (w) => ({ ...activity(w), file: new Blob(['%PDF-1.7']) }), expect: { ...party, right: 409 } },
  keepUpload: { input: (w) => ({ ...activity(w), body: { upload: w['upload']! } }), expect: { ...party, right: 409 } },
  addLink: { input: (w) => ({ ...activity(w), body: { url: 'https://example.org' } }), expect: { ...party, right: 409 } },
  openEvidence: { input: (w) => ({ params: { id: w['activity']!, evidenceId: w['activity']! } }), expect: { ...party, right: 404 } },
  withdrawEvidence: { input: (w) => ({ params: { id: w['activity']!, evidenceId: w['activity']! }, ...because }), expect: { ...party, right: 409 } },
} satisfies AccessCases<typeof activitiesApi>

export const termsAccess = {
  term: { input: agreement, expect: party },
  // The walk's agreement states no term: there is nothing to let lapse.
  act: { input: (w) => ({ ...agreement(w), body: { act: 'let-lapse' } }), expect: { ...party, right: 409 } },
  withdrawAct: { input: (w) => ({ params: { id: w['agreement']!, actId: w['agreement']! }, ...because }), expect: { ...party, right: 404 } },
  changeLadder: { input: (w) => ({ ...agreement(w), body: { months: [6, 1] } }), expect: party },
  handovers: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  passOn: { input: (w) => ({ params: { id: w['agreement']! }, body: { successorId: w['person']! } }), expect: { ...party, right: 404 } },
} satisfies AccessCases<typeof termsApi>
