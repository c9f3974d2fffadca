// Who gets what answer at the reports. Organisations are a register that everyone who signed in sees; what a brief says of one begins at the agreements they see.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { reportsApi } from './api.ts'

const partner = (w: AccessWorld) => ({ params: { id: w['partner']! } })
const pack = (w: AccessWorld) => ({ params: { id: w['evidencePack']! } })
const everyone = { nobody: 401, stranger: 200, wrong: 200, right: 200 }

export const reportsAccess = {
  brief: { input: partner, expect: everyone },
  briefFile: { input: (w) => ({ ...partner(w), query: { form: 'docx' } }), expect: everyone },
  trip: { input: (w) => ({ query: { organisations: [w['partner']!], form: 'docx' } }), expect: everyone },
  packs: { expect: everyone },
  // A pack holds what its asker sees: of nothing there is none. The right one has one underway.
  askForPack: { input: () => ({ body: {} }), expect: { nobody: 401, stranger: 409, wrong: 409, right: 409 } },
  openPack: { input: pack, expect: { nobody: 401, stranger: 404, wrong: 404, right: 404 } },
  deletePack: { input: pack, expect: { nobody: 401, stranger: 404, wrong: 404, right: 200 } },
} satisfies AccessCases<typeof reportsApi>
