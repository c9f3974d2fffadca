// Who gets what answer at joint units: seen by who sees the agreement, written by its sides.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { jointUnitsApi } from './api.ts'

const unit = (w: AccessWorld) => ({ params: { id: w['jointUnit']! } })
const hidden = { nobody: 401, stranger: 404, wrong: 404, right: 200 }

export const jointUnitsAccess = {
  units: { input: () => ({ query: {} }), expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  unit: { input: unit, expect: hidden },
  found: { input: (w) => ({ body: { agreementId: w['agreement']!, kind: 'laboratory' as const, foundedOn: '2026-01-05', name: { en: 'Joint laboratory' } } }), expect: hidden },
  // What was seen is not what stands there: who may change it hears so.
  change: { input: (w) => ({ ...unit(w), body: { kind: 'laboratory' as const, foundedOn: '2026-01-05', seen: '2020-01-01T00:00:00.000Z' } }), expect: { ...hidden, right: 409 } },
  close: { input: (w) => ({ ...unit(w), body: { on: '2026-02-01', because: 'Its work is done' } }), expect: hidden },
} satisfies AccessCases<typeof jointUnitsApi>
