// Who gets what answer at the endpoints of notices: everyone who is signed in, about their own.
import type { AccessCases } from '#test/access.ts'
import type { noticesApi } from './api.ts'
import { kinds, usual, type Wishes } from './model.ts'

const own = { nobody: 401, stranger: 200, wrong: 200, right: 200 }
export const noticesAccess = {
  list: { expect: own }, unread: { expect: own }, wishes: { expect: own },
  read: { input: () => ({ body: { ids: null } }), expect: own },
  putWishes: { input: () => ({ body: Object.fromEntries(kinds.map((kind) => [kind, usual])) as Wishes }), expect: own },
} satisfies AccessCases<typeof noticesApi>
