// Who gets what answer at the page a day begins with: everyone who is signed in, about what they see.
import type { AccessCases } from '#test/access.ts'
import type { todayApi } from './api.ts'

export const todayAccess = {
  today: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
} satisfies AccessCases<typeof todayApi>
