// Who gets what answer at the indicators and plans. The walk's alliance is not public; the right one's organisation is its host.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { indicatorsApi } from './api.ts'

const alliance = (w: AccessWorld) => ({ params: { id: w['alliance']! } })
const kept = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const own = { name: { en: 'Persons exchanged' }, rule: {}, unit: 'persons' as const, type: 'output' as const }

export const indicatorsAccess = {
  values: { input: (w) => ({ query: { alliance: w['alliance']! } }), expect: kept },
  items: { input: (w) => ({ query: { alliance: w['alliance']!, of: 'SEM1' } }), expect: kept },
  choose: { input: (w) => ({ ...alliance(w), body: { codes: ['SEM1'] } }), expect: kept },
  add: { input: (w) => ({ ...alliance(w), body: own }), expect: kept },
  remove: { input: (w) => ({ params: { id: w['alliance']!, indicatorId: w['ownIndicator']! } }), expect: kept },
} satisfies AccessCases<typeof indicatorsApi>
