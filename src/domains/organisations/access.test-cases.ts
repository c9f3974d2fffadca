// Who gets what answer at every door of the organisations. They are a register: whoever signed in sees them all.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { organisationsApi } from './api.ts'

const signedIn = { nobody: 401, stranger: 200, wrong: 200, right: 200 }
const names = [{ text: 'A college of the valley', lang: 'en', kind: 'display' as const }]
const the = ({ organisation }: AccessWorld) => ({ params: { id: organisation! } })

export const organisationsAccess = {
  list: { expect: signedIn },
  export: { expect: signedIn },
  suggest: { input: () => ({ query: { text: 'university' } }), expect: signedIn },
  resolve: { input: () => ({ body: { questions: [{ text: 'University' }] } }), expect: signedIn },
  corrections: { expect: signedIn },
  correct: { input: ({ organisation }) => ({ body: { text: 'Uni', organisationId: organisation! } }), expect: { nobody: 401, stranger: 409, wrong: 409, elsewhere: 200, right: 200 } },
  takeBack: { input: ({ correction }) => ({ params: { id: correction ?? missing } }), expect: { nobody: 401, stranger: 409, wrong: 409, elsewhere: 404, right: 404 } },
  duplicates: { expect: signedIn },
  findDuplicates: { expect: { nobody: 401, stranger: 404, wrong: 404, right: 200 }, right: 'administrator' },
  dismiss: { input: () => ({ params: { id: missing } }), expect: { nobody: 401, stranger: 409, wrong: 409, elsewhere: 404, right: 404 } },
  merges: { expect: signedIn },
  undo: { input: () => ({ params: { id: missing } }), expect: { nobody: 401, stranger: 404, wrong: 404, right: 404 } },
  add: { input: () => ({ body: { kind: 'college' as const, names } }), expect: { nobody: 401, stranger: 409, wrong: 409, elsewhere: 200, right: 200 } },
  read: { input: the, expect: signedIn },
  change: { input: (world) => ({ ...the(world), body: { kind: 'college' as const, names } }), expect: { nobody: 401, stranger: 409, wrong: 409, right: 200 } },
  preview: { input: (world) => ({ ...the(world), query: { mergedId: world.otherOrganisation! } }), expect: signedIn },
  merge: { input: (world) => ({ ...the(world), body: { mergedId: world.otherOrganisation! } }), expect: { nobody: 401, stranger: 409, wrong: 409, right: 409 } },
} satisfies AccessCases<typeof organisationsApi>

const missing = '00000000-0000-4000-8000-00000000dead'
