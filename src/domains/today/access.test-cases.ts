// Who gets what answer at the page a day begins with and at the calendar: everyone who is signed in, about what they see.
import type { AccessCases } from '#test/access.ts'
import type { todayApi } from './api.ts'

export const todayAccess = {
  today: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  calendar: { input: () => ({ query: { from: '2026-03-01', until: '2026-03-31' } }), expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  feed: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  makeFeed: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  // None of the walkers has made one.
  revokeFeed: { expect: { nobody: 401, stranger: 409, wrong: 409, right: 409 } },
} satisfies AccessCases<typeof todayApi>
