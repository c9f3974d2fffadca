// Who gets what answer at the endpoints of confirmations. The walk's claim was made by the partner of the right one's organisation.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { confirmationsApi } from './api.ts'

const one = (w: AccessWorld) => ({ params: { id: w['claim']! } })
const side = { nobody: 401, stranger: 404, wrong: 404, right: 200 }

export const confirmationsAccess = {
  read: { input: one, expect: side },
  answer: { input: (w) => ({ ...one(w), body: { answer: 'confirmed' } }), expect: side },
  // The right one's side was asked; claiming again and asking others is for the side that claims.
  claimAgain: { input: (w) => ({ ...one(w), body: { words: 'It was so' } }), expect: { ...side, right: 409 } },
  ask: { input: (w) => ({ ...one(w), body: { place: 1, via: 'link' } }), expect: { ...side, right: 409 } },
  revoke: { input: (w) => ({ params: { id: w['claim']!, linkId: w['claim']! } }), expect: { ...side, right: 404 } },
} satisfies AccessCases<typeof confirmationsApi>
