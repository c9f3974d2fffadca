// Who gets what answer at every door of memberships. The walk's alliance is not public; the right one's organisation is its host, and wrote the applications.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { admissionApi, membersApi } from './api.ts'
import { proposedRules } from './rule-model.ts'

const kept = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const the = (name: string) => (w: AccessWorld) => ({ params: { id: w[name]! } })
const said = { said: 'Because' }
const contact = { name: 'Walker', email: 'walker@example.org' }

export const admissionAccess = {
  admission: { input: the('alliance'), expect: kept },
  adopt: { input: (w) => ({ ...the('alliance')(w), body: { seen: 0, rules: proposedRules } }), expect: kept },
  apply: { input: (w) => ({ ...the('alliance')(w), body: { organisationId: w['organisation']!, contact } }), expect: kept },
  application: { input: the('application'), expect: kept },
  // Nothing came under that id.
  keepPaper: { input: (w) => ({ params: { id: w['application']!, requirement: 'letter' }, body: { upload: w['application']! } }), expect: { ...kept, right: 404 } },
  openPaper: { input: (w) => ({ params: { id: w['application']!, paperId: w['applicationPaper']! } }), expect: kept },
  identify: { input: (w) => ({ ...the('application')(w), body: { organisationId: w['duplicate']! } }), expect: kept },
  check: { input: (w) => ({ ...the('application')(w), body: { outcome: 'asked' as const, asked: ['letter'], ...said } }), expect: kept },
  // Papers lack that the alliance requires.
  answer: { input: (w) => ({ ...the('applicationAsked')(w), body: said }), expect: { ...kept, right: 409 } },
  // The alliance has named no body.
  lay: { input: (w) => ({ ...the('applicationBefore')(w), body: {} }), expect: { ...kept, right: 409 } },
  decide: { input: (w) => ({ ...the('applicationBefore')(w), body: { outcome: 'admitted' as const, on: '2026-03-01', ...said } }), expect: kept },
  // It has not been decided yet.
  pledge: { input: (w) => ({ ...the('applicationBefore')(w), body: { name: 'Walker', officeName: 'Director', hash: '0'.repeat(64) } }), expect: { ...kept, right: 409 } },
  appeal: { input: (w) => ({ ...the('applicationRefused')(w), body: said }), expect: kept },
  withdraw: { input: (w) => ({ ...the('application')(w), body: said }), expect: kept },
} satisfies AccessCases<typeof admissionApi>

const member = (w: AccessWorld) => ({ params: { id: w['alliance']!, organisationId: w['member']! } })

export const membersAccess = {
  member: { input: member, expect: kept },
  leave: { input: (w) => ({ ...member(w), body: { because: 'Because', effectiveOn: '2027-03-02' } }), expect: kept },
  // It gave no notice, nothing is proposed, and nothing suspended.
  stay: { input: member, expect: { ...kept, right: 409 } },
  proposeSuspension: { input: (w) => ({ ...member(w), body: { what: ['vote' as const], because: 'Because' } }), expect: kept },
  laySuspension: { input: (w) => ({ ...member(w), body: {} }), expect: { ...kept, right: 409 } },
  decideSuspension: { input: (w) => ({ ...member(w), body: { outcome: 'suspended' as const, on: '2026-03-01', ...said } }), expect: { ...kept, right: 409 } },
  endSuspension: { input: (w) => ({ ...member(w), body: { because: 'Because' } }), expect: { ...kept, right: 409 } },
  confirm: { input: (w) => ({ ...member(w), body: { contact } }), expect: kept },
  askContacts: { input: (w) => ({ ...the('alliance')(w), body: {} }), expect: kept },
} satisfies AccessCases<typeof membersApi>
