// Who gets what answer at elections. The right one's organisation hosts the walk's alliance, and keeps no member's records.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { electionsApi } from './api.ts'

const kept = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const notTheirs = { ...kept, right: 409 }
const alliance = (w: AccessWorld) => ({ params: { id: w['alliance']! } })
const election = (w: AccessWorld) => ({ params: { id: w['election']! } })
const rule = { post: 'president' as const, years: 2, limit: 2, rotation: 'country' as const, majority: 'absolute' as const, quorum: [1, 2] as [number, number], protestDays: 7 }

export const electionsAccess = {
  offices: { input: alliance, expect: kept },
  addRules: { input: (w) => ({ ...alliance(w), body: { rules: [rule] } }), expect: kept },
  call: { input: (w) => ({ ...alliance(w), body: { post: 'president' as const, termFrom: '2026-09-01', nominateUntil: '2026-05-01', voteUntil: '2026-06-01' } }), expect: kept },
  read: { input: election, expect: kept },
  nominate: { input: (w) => ({ ...election(w), body: { name: 'Somebody', organisationId: w['member']!, nominatedBy: w['member']! } }), expect: notTheirs },
  // The walk's vote is open: who was proposed can no more accept.
  accept: { input: (w) => ({ params: { id: w['candidate']! }, body: { answer: 'accepted' as const } }), expect: notTheirs },
  open: { input: election, expect: notTheirs },
  vote: { input: (w) => ({ ...election(w), body: { organisationId: w['member']!, candidateId: null } }), expect: notTheirs },
  // It still runs.
  count: { input: (w) => ({ ...election(w), body: {} }), expect: notTheirs },
  protest: { input: (w) => ({ ...election(w), body: { organisationId: w['member']!, because: 'Late' } }), expect: notTheirs },
  settle: { input: (w) => ({ params: { id: w['electionProtest']! }, body: { answer: 'rejected' as const, reason: 'In time' } }), expect: kept },
  install: { input: election, expect: notTheirs },
  cancel: { input: (w) => ({ ...election(w), body: { because: 'Postponed' } }), expect: kept },
} satisfies AccessCases<typeof electionsApi>
