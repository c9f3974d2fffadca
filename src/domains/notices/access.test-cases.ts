// Who gets what answer at the endpoints of notices: everyone who is signed in, about their own; an organisation's webhooks for its directors.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { noticesApi, webhooksApi } from './api.ts'
import { kinds, usual, type Wishes } from './model.ts'

const own = { nobody: 401, stranger: 200, wrong: 200, right: 200 }
export const noticesAccess = {
  list: { expect: own }, unread: { expect: own }, wishes: { expect: own },
  read: { input: () => ({ body: { ids: null } }), expect: own },
  putWishes: { input: () => ({ body: Object.fromEntries(kinds.map((kind) => [kind, usual])) as Wishes }), expect: own },
} satisfies AccessCases<typeof noticesApi>

const one = (w: AccessWorld) => ({ params: { id: w['webhook']! } })
const draft = { url: 'https://hooks.example.org/pamir', kinds: ['turn' as const], languages: ['en' as const] }
const directors = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
// The walk goes through an installation as it comes, which sends nothing: what would send is refused to the right one too.
const off = { ...directors, right: 409 }
export const webhooksAccess = {
  webhooks: { input: (w) => ({ query: { organisation: w['organisation']! } }), expect: directors },
  addWebhook: { input: (w) => ({ body: { ...draft, organisationId: w['organisation']! } }), expect: off },
  webhook: { input: one, expect: directors },
  changeWebhook: { input: (w) => ({ ...one(w), body: draft }), expect: directors },
  removeWebhook: { input: one, expect: directors },
  putRunning: { input: (w) => ({ ...one(w), body: { running: false } }), expect: directors },
  renewSecret: { input: one, expect: off },
  sendTest: { input: one, expect: off },
  deliveries: { input: one, expect: directors },
  repeatDelivery: { input: (w) => ({ params: { id: w['webhook']!, deliveryId: w['webhookDelivery']! } }), expect: off },
} satisfies AccessCases<typeof webhooksApi>
