// Who gets what answer at every endpoint of committees. The walk's committee is of the walked agreement; the right one speaks for a side of it.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { bodiesApi } from './api.ts'
import { readyMade } from './ready-rules.ts'

const one = (w: AccessWorld) => ({ params: { id: w['body']! } })
const drafted = (w: AccessWorld) => ({ params: { id: w['draftedBody']! } })
const party = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const everyone = { nobody: 401, stranger: 200, wrong: 200, right: 200 }

export const bodiesAccess = {
  ruleSets: { expect: everyone },
  bodies: { expect: everyone },
  body: { input: one, expect: party },
  draft: { input: (w) => ({ body: { kind: 'joint-committee', name: { en: 'Walked' }, agreementId: w['agreement']! } }), expect: party },
  addSeat: { input: (w) => ({ ...drafted(w), body: { sideId: w['draftedSide']!, memberId: w['otherPerson']! } }), expect: party },
  changeSeat: { input: (w) => ({ params: { ...one(w).params, seatId: w['bodySeat']! }, body: { memberId: w['person']!, alternateId: w['otherPerson']!, office: 'chair', untilOn: null, terms: 1 } }), expect: party },
  endSeat: { input: (w) => ({ params: { ...one(w).params, seatId: w['bodySeat']! } }), expect: party },
  changeSide: { input: (w) => ({ params: { ...one(w).params, sideId: w['bodySide']! }, body: { forbidsWritten: true, holidays: [] } }), expect: party },
  // The drafted one has no chairs, and the other is constituted.
  constitute: { input: drafted, expect: { ...party, right: 409 } },
  adoptRules: { input: (w) => ({ ...drafted(w), body: { rules: readyMade['project-committee'] } }), expect: party },
  dissolve: { input: one, expect: party },
  addAction: { input: (w) => ({ ...one(w), body: { what: 'Walk', ownerId: w['person']!, dueOn: '2026-04-01' } }), expect: party },
  finishAction: { input: (w) => ({ params: { ...one(w).params, actionId: w['bodyAction']! }, body: { done: true } }), expect: party },
} satisfies AccessCases<typeof bodiesApi>
