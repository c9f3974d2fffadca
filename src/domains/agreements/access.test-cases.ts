// Who gets what answer at every endpoint of agreements. The walk's agreement is one of the right office, for its parties only.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { agreementsApi } from './api.ts'

const one = (w: AccessWorld) => ({ params: { id: w['agreement']! } })
const scan = (w: AccessWorld) => ({ params: { id: w['agreement']!, fileId: w['agreementFile']! } })
const draft = (w: AccessWorld) => ({
  kind: 'memorandum' as const, title: 'Cooperation', parties: [{ organisationId: w['organisation']! }, { organisationId: w['otherOrganisation']! }],
})
const party = { nobody: 401, stranger: 404, wrong: 404, right: 200 }

export const agreementsAccess = {
  list: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  counts: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  workbook: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  read: { input: one, expect: party },
  history: { input: one, expect: party },
  archive: { input: one, expect: party },
  record: { input: (w) => ({ body: draft(w) }), expect: { nobody: 401, stranger: 409, wrong: 409, elsewhere: 200, right: 200 } },
  // What was seen is not what stands there: who may revise hears so.
  revise: { input: (w) => ({ ...one(w), body: { ...draft(w), seen: '2020-01-01T00:00:00.000Z' } }), expect: { ...party, right: 409 } },
  end: { input: (w) => ({ ...one(w), body: { endedOn: '1900-01-01', because: 'No activity' } }), expect: { ...party, right: 409 } },
  takeBackEnd: { input: one, expect: { ...party, right: 409 } },
  restore: { input: one, expect: { ...party, right: 409 } },
  attach: { input: (w) => ({ ...one(w), file: new Blob(['%PDF-1.7 scan']) }), expect: party },
  // The walk's upload is not whole: who may attach hears so.
  keepUpload: { input: (w) => ({ ...one(w), body: { upload: w['upload']! } }), expect: { ...party, right: 409 } },
  openFile: { input: scan, expect: party },
  removeFile: { input: scan, expect: party },
  remove: { input: (w) => ({ params: { id: w['agreementToRemove'] ?? w['agreement']! } }), expect: party },
} satisfies AccessCases<typeof agreementsApi>
