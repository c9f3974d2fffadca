// Who gets what answer at the indicators and plans. The walk's alliance is not public; the right one's organisation is its host.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { indicatorsApi, plansApi } from './api.ts'

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

const plan = (w: AccessWorld) => ({ params: { id: w['plan']! } })
const days = { startsOn: '2026-01-01', endsOn: '2028-12-31' }
const content = { title: { en: 'Development plan' }, ...days }

export const plansAccess = {
  list: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  begin: { input: (w) => ({ body: { allianceId: w['alliance']!, ...content } }), expect: kept },
  read: { input: plan, expect: kept },
  // What was seen is not what stands there: who may write hears so.
  write: { input: (w) => ({ ...plan(w), body: { content, seen: '2020-01-01T00:00:00.000Z' } }), expect: { ...kept, right: 409 } },
  // It has no objective yet.
  lay: { input: (w) => ({ ...plan(w), body: {} }), expect: { ...kept, right: 409 } },
  version: { input: (w) => ({ params: { id: w['plan']!, versionId: w['planVersion']! } }), expect: kept },
  // The right one's organisation hosts the alliance and is no member of it.
  claim: { input: (w) => ({ ...plan(w), body: { itemId: w['plan']!, onDay: '2026-02-01', sideId: w['organisation']! } }), expect: { ...kept, right: 409 } },
  comment: { input: (w) => ({ ...plan(w), body: { measureId: w['plan']!, lang: 'en', words: 'Late' } }), expect: { ...kept, right: 404 } },
} satisfies AccessCases<typeof plansApi>
