// Today is everyone's own: whoever has signed in sees what is theirs.
import type { AccessCases } from '#test/access.ts'
import type { todayApi } from './api.ts'

export const todayAccess: AccessCases<typeof todayApi> = {
  today: { input: () => ({ query: {} }), expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
}
