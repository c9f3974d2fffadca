// Who gets what answer at dues and hosting. The right one's organisation hosts the walk's alliance, and keeps no member's records.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { duesApi, hostingApi } from './api.ts'

const kept = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const notTheirs = { ...kept, right: 409 }
const alliance = (w: AccessWorld) => ({ params: { id: w['alliance']! } })
const year = (w: AccessWorld) => ({ params: { id: w['duesYear']! } })
const due = (w: AccessWorld) => ({ params: { id: w['due']! } })

export const duesAccess = {
  read: { input: alliance, expect: kept },
  addScale: { input: (w) => ({ ...alliance(w), body: { fromYear: 2027, currency: 'USD', bands: [{ id: 'b1', name: { en: 'All' }, amount: 100 }] } }), expect: kept },
  askYear: { input: (w) => ({ ...alliance(w), body: { year: 2027, dueOn: '2027-06-30' } }), expect: kept },
  statement: { input: (w) => ({ ...alliance(w), query: { organisationId: w['member']! } }), expect: kept },
  year: { input: year, expect: kept },
  // It was asked with the others.
  addMember: { input: (w) => ({ ...year(w), body: { organisationId: w['member']! } }), expect: notTheirs },
  workbook: { input: year, expect: kept },
  pay: { input: (w) => ({ ...due(w), body: { amount: 100, paidOn: '2026-02-01' } }), expect: kept },
  settle: { input: (w) => ({ params: { id: w['due']!, paymentId: w['duePayment']! }, body: { answer: 'confirmed' as const } }), expect: kept },
  waive: { input: (w) => ({ ...due(w), body: { because: 'Hosted' } }), expect: kept },
  // It was not waived.
  unwaive: { input: due, expect: notTheirs },
} satisfies AccessCases<typeof duesApi>

export const hostingAccess = {
  rota: { input: alliance, expect: kept },
  propose: { input: (w) => ({ ...alliance(w), body: { what: 'council' as const, from: 2027, years: 2 } }), expect: kept },
  assign: { input: (w) => ({ ...alliance(w), body: { what: 'council' as const, year: 2027, organisationId: w['member']! } }), expect: kept },
  answerTurn: { input: (w) => ({ params: { id: w['hostingTurn']! }, body: { answer: 'agreed' as const } }), expect: notTheirs },
  swap: { input: (w) => ({ params: { id: w['hostingTurn']! }, body: { otherId: w['otherTurn']! } }), expect: notTheirs },
  answerSwap: { input: (w) => ({ params: { id: w['hostingSwap']! }, body: { answer: 'agreed' as const } }), expect: notTheirs },
} satisfies AccessCases<typeof hostingApi>
