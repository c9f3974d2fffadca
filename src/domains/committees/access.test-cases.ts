// Who gets what answer at every endpoint of committees. The walk's committee is of the walked agreement; the right one speaks for a side of it.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { bodiesApi, meetingsApi, proceduresApi } from './api.ts'
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
  // No decision about closure was taken.
  dissolve: { input: one, expect: { ...party, right: 409 } },
  addAction: { input: (w) => ({ ...one(w), body: { what: 'Walk', ownerId: w['person']!, dueOn: '2026-04-01' } }), expect: party },
  finishAction: { input: (w) => ({ params: { ...one(w).params, actionId: w['bodyAction']! }, body: { done: true } }), expect: party },
} satisfies AccessCases<typeof bodiesApi>

const session = (w: AccessWorld) => ({ params: { id: w['meeting']! } })
const item = (w: AccessWorld) => ({ params: { id: w['meeting']!, itemId: w['meetingItem']! } })
const called = { startsAt: '2026-06-01T05:00:00.000Z', zone: 'Asia/Karachi' }
const agenda = { title: { en: 'Walked' }, aim: 'discussion' as const }
/** The walk's meeting is called and not open. */
const later = { ...party, right: 409 }
const pdf = () => new Blob(['%PDF-1.7 paper'])

export const meetingsAccess = {
  call: { input: (w) => ({ ...one(w), body: called }), expect: party },
  meeting: { input: session, expect: party },
  live: { input: session, expect: party },
  change: { input: (w) => ({ ...session(w), body: called }), expect: party },
  callOff: { input: session, expect: party },
  invitation: { input: session, expect: party },
  reply: { input: (w) => ({ ...session(w), body: { coming: 'room' } }), expect: party },
  addItem: { input: (w) => ({ ...session(w), body: agenda }), expect: party },
  changeItem: { input: (w) => ({ ...item(w), body: { ...agenda, matter: 'other', notes: {}, place: 0 } }), expect: party },
  removeItem: { input: item, expect: party },
  agreeItem: { input: (w) => ({ ...item(w), body: { sideId: w['bodySide']! } }), expect: party },
  addPaper: { input: (w) => ({ ...item(w), file: pdf() }), expect: party },
  paper: { input: (w) => ({ params: { id: w['meeting']!, fileId: w['agreementFile']! } }), expect: { ...party, right: 404 } },
  open: { input: session, expect: party },
  close: { input: session, expect: later },
  presence: { input: (w) => ({ ...session(w), body: { mode: 'room' } }), expect: later },
  declare: { input: (w) => ({ ...item(w), body: { what: 'Walked' } }), expect: later },
  consensus: { input: (w) => ({ ...item(w), body: { outcome: 'failed' } }), expect: later },
  openBallot: { input: (w) => ({ ...item(w), body: { text: { en: 'Walked' } } }), expect: later },
  // The walk's vote is one in writing, which no session closes.
  closeBallot: { input: (w) => ({ params: { id: w['procedure']! } }), expect: { ...party, right: 404 } },
  vote: { input: (w) => ({ params: { id: w['procedure']! }, body: { choice: 'for' } }), expect: party },
  pack: { input: session, expect: party },
  freezePack: { input: session, expect: party },
  packFile: { input: (w) => ({ ...session(w), query: { format: 'xlsx' } }), expect: party },
  draftMinutes: { input: session, expect: later },
  writeMinutes: { input: (w) => ({ ...session(w), body: { locale: 'en', text: 'Walked' } }), expect: later },
  approveMinutes: { input: (w) => ({ ...session(w), body: { sideId: w['bodySide']!, hash: 'x' } }), expect: later },
  signMinutes: { input: (w) => ({ ...session(w), body: { sideId: w['bodySide']!, paperSha256: '0'.repeat(64), proof: { password: 'guessed' } } }), expect: { ...party, right: 403 } },
  minutesPaper: { input: (w) => ({ ...session(w), query: {} }), expect: { ...party, right: 404 } },
  addAddendum: { input: (w) => ({ ...session(w), body: { sideId: w['bodySide']!, text: 'Walked' } }), expect: later },
  approveAddendum: { input: (w) => ({ params: { ...session(w).params, addendumId: w['meetingItem']! }, body: { sideId: w['bodySide']! } }), expect: later },
} satisfies AccessCases<typeof meetingsApi>

const written = (w: AccessWorld) => ({ params: { id: w['procedure']! } })
export const proceduresAccess = {
  propose: { input: (w) => ({ ...one(w), body: { text: { en: 'Walked' }, matter: 'programme' } }), expect: party },
  procedure: { input: written, expect: party },
  veto: { input: (w) => ({ ...written(w), body: { sideId: w['bodySide']!, because: 'Walked' } }), expect: party },
  // Its days are not over.
  settle: { input: written, expect: later },
  askSpecial: { input: (w) => ({ ...one(w), body: { because: 'Walked' } }), expect: party },
  supportRequest: { input: (w) => ({ params: { ...one(w).params, requestId: w['specialRequest']! } }), expect: party },
} satisfies AccessCases<typeof proceduresApi>
