// Who gets what answer at the secretariat's doors. The walk's alliance is not public; the right one's organisation is its host.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { secretariatApi } from './api.ts'

const kept = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const alliance = (w: AccessWorld) => ({ params: { id: w['alliance']! } })

export const secretariatAccess = {
  table: { input: alliance, expect: kept },
  exportTable: { input: alliance, expect: kept },
  subAlliances: { input: alliance, expect: kept },
  declareDormant: { input: (w) => ({ params: { id: w['alliance']!, subId: w['subAlliance']! }, body: { said: 'Because' } }), expect: kept },
} satisfies AccessCases<typeof secretariatApi>
