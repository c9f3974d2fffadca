// Who gets what answer at every endpoint of signing. The walk's signing is open, and its first clearance waits for the right office.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { authorityApi, ceremoniesApi, signingApi, verificationApi } from './api.ts'

const one = (w: AccessWorld) => ({ params: { id: w['signedAgreement']! } })
const draft = (w: AccessWorld) => ({ params: { id: w['textAgreement']! } })
const clearance = (w: AccessWorld) => ({ params: { ...one(w).params, clearanceId: w['clearance']! } })
const place = (w: AccessWorld) => ({ params: { id: w['organisation']! } })
/** The walk's upload is not whole. */
const upload = (w: AccessWorld) => ({ upload: w['upload']! })
const pdf = () => new Blob(['%PDF-1.7 scan'])
const seen = 'a'.repeat(64)
const party = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const keeper = { nobody: 401, stranger: 409, wrong: 409, right: 200 }

export const signingAccess = {
  panel: { input: one, expect: party },
  // The walk's text is not agreed, and a scan of three words is no PDF.
  open: { input: draft, expect: { ...party, right: 409 } },
  openWithPdf: { input: (w) => ({ ...draft(w), file: pdf() }), expect: { ...party, right: 422 } },
  openWithUpload: { input: (w) => ({ ...draft(w), body: upload(w) }), expect: { ...party, right: 409 } },
  callOff: { input: (w) => ({ ...one(w), body: { because: 'Walked' } }), expect: party },
  paper: { input: one, expect: party },
  accept: { input: (w) => ({ params: { ...one(w).params, sideId: w['organisation']! }, body: { accepts: ['ink'] } }), expect: party },
  nameSeat: { input: (w) => ({ params: { ...one(w).params, seatId: w['seat']! }, body: { name: 'Walker', title: null, rank: 'head' } }), expect: party },
  // The walker has nothing to prove with.
  sign: { input: (w) => ({ ...one(w), body: { seatId: w['seat']!, paperSha256: seen, proof: { password: 'guessed' } } }), expect: { ...party, right: 403 } },
  takeSigned: { input: (w) => ({ ...one(w), file: pdf(), body: { seatId: w['seat']!, paperSha256: seen, name: 'Walker' } }), expect: { ...party, right: 409 } },
  recordInk: { input: (w) => ({ ...one(w), file: pdf(), body: { seatId: w['seat']!, paperSha256: seen, name: 'Walker', place: 'Here', signedOn: '2026-03-01', keptAt: 'Archive' } }), expect: { ...party, right: 409 } },
  takeSignedUpload: { input: (w) => ({ ...one(w), body: { ...upload(w), seatId: w['seat']!, paperSha256: seen, name: 'Walker' } }), expect: { ...party, right: 409 } },
  recordInkUpload: { input: (w) => ({ ...one(w), body: { ...upload(w), seatId: w['seat']!, paperSha256: seen, name: 'Walker', place: 'Here', signedOn: '2026-03-01', keptAt: 'Archive' } }), expect: { ...party, right: 409 } },
  signatureFile: { input: (w) => ({ params: { ...one(w).params, signatureId: w['seat']! } }), expect: { ...party, right: 404 } },
  answerClearance: { input: (w) => ({ ...clearance(w), body: { state: 'given' } }), expect: party },
  takeBackAnswer: { input: clearance, expect: { ...party, right: 409 } },
  addClearanceFile: { input: (w) => ({ ...clearance(w), file: pdf() }), expect: party },
  clearanceFile: { input: (w) => ({ params: { ...one(w).params, fileId: w['seat']! } }), expect: { ...party, right: 404 } },
} satisfies AccessCases<typeof signingApi>

export const authorityAccess = {
  certificate: { input: place, expect: party },
  bringCertificate: { input: (w) => ({ ...place(w), file: pdf(), body: { password: 'x' } }), expect: { ...keeper, right: 422 } },
  issueCertificate: { input: place, expect: keeper },
  retireCertificate: { input: place, expect: { ...keeper, right: 404 } },
  rules: { input: place, expect: party },
  adjustRule: { input: (w) => ({ ...place(w), body: { step: 'legal', place: 10, effect: 'block' } }), expect: keeper },
  dropRule: { input: (w) => ({ params: { ...place(w).params, ruleId: w['seat']! } }), expect: { ...keeper, right: 404 } },
  delegations: { input: place, expect: party },
  addDelegation: { input: (w) => ({ ...place(w), file: pdf(), body: { givenBy: 'The rector', sinceOn: '2026-01-01' } }), expect: keeper },
  addDelegationUpload: { input: (w) => ({ ...place(w), body: { ...upload(w), givenBy: 'The rector', sinceOn: '2026-01-01' } }), expect: { ...party, right: 409 } },
  withdrawDelegation: { input: (w) => ({ params: { ...place(w).params, delegationId: w['seat']! } }), expect: { ...keeper, right: 404 } },
  delegationFile: { input: (w) => ({ params: { ...place(w).params, fileId: w['seat']! } }), expect: { ...party, right: 404 } },
} satisfies AccessCases<typeof authorityApi>

export const verificationAccess = {
  byCode: { input: () => ({ params: { code: 'AAAA-BBBB-CCCC' } }), expect: { nobody: 404, stranger: 404, wrong: 404, right: 404 } },
  byFile: { input: () => ({ file: pdf() }), expect: { nobody: 422, stranger: 422, wrong: 422, right: 422 } },
} satisfies AccessCases<typeof verificationApi>

const event = (w: AccessWorld) => ({ title: { en: 'Walked' }, heldOn: '2026-03-01', zone: 'Asia/Karachi', hostId: w['organisation']!, agreements: [w['signedAgreement']!], people: [] })
const held = (w: AccessWorld) => ({ params: { id: w['ceremony']! } })
export const ceremoniesAccess = {
  ceremonies: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  ceremony: { input: held, expect: party },
  ceremonyHistory: { input: held, expect: party },
  prepare: { input: (w) => ({ body: event(w) }), expect: keeper },
  // What was seen is not what stands there.
  change: { input: (w) => ({ ...held(w), body: { ...event(w), seen: '2020-01-01T00:00:00.000Z' } }), expect: { ...party, right: 409 } },
  remove: { input: held, expect: party },
  move: { input: (w) => ({ ...held(w), body: { seen: 0, to: 1 } }), expect: party },
  publish: { input: held, expect: { ...party, right: 409 } },
  unpublish: { input: held, expect: { ...party, right: 409 } },
} satisfies AccessCases<typeof ceremoniesApi>
