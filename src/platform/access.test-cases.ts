// Who gets what answer at the platform's own endpoints. The world's work was begun by the right one.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { platformApi } from './api.ts'

const the = ({ work }: AccessWorld) => ({ params: { id: work! } })

export const platformAccess = {
  me: { expect: { nobody: 200, stranger: 200, wrong: 200, right: 200 } },
  works: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  work: { input: the, expect: { nobody: 401, stranger: 404, wrong: 404, right: 200 } },
  cancelWork: { input: the, expect: { nobody: 401, stranger: 404, wrong: 404, right: 200 } },
} satisfies AccessCases<typeof platformApi>
