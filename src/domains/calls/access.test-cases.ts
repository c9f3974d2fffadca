// Who gets what answer at the calls. The walk's alliance is not public; the right one's organisation is its host. The call of the walk is open and
// asks a member whose records the right one does not keep.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import { newId } from '#platform/kinds.ts'
import type { callsApi } from './api.ts'

const kept = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const call = (w: AccessWorld) => ({ params: { id: w['call']! } })
const draft = (w: AccessWorld) => ({ params: { id: w['draftCall']! } })
const form = (w: AccessWorld) => ({ params: { id: w['call']!, organisationId: w['member']! } })
const question = { id: 'q1', kind: 'text' as const, label: { en: 'What?' } }
const file = () => Object.assign(new Blob(['Pamir id,q1 · What?\n,No\n'], { type: 'text/csv' }), { name: 'call.csv' })
const image = () => Object.assign(new Blob(['%PDF-1.7 scan'], { type: 'application/pdf' }), { name: 'scan.pdf' })

export const callsAccess = {
  list: { expect: { nobody: 401, stranger: 200, wrong: 200, right: 200 } },
  begin: { input: (w) => ({ body: { allianceId: w['alliance']!, title: { en: 'Call' }, dueOn: '2026-06-01' } }), expect: kept },
  read: { input: call, expect: kept },
  // What was seen is not what stands there: who may write hears so.
  write: { input: (w) => ({ ...draft(w), body: { title: { en: 'Call' }, questions: [question], dueOn: '2026-06-01', seen: '2020-01-01T00:00:00.000Z' } }), expect: { ...kept, right: 409 } },
  drop: { input: draft, expect: kept },
  open: { input: draft, expect: kept },
  close: { input: call, expect: kept },
  // It is not closed.
  reopen: { input: call, expect: { ...kept, right: 409 } },
  remind: { input: call, expect: kept },
  ask: { input: (w) => ({ ...call(w), body: { organisationId: w['member']!, via: 'link' as const } }), expect: kept },
  revoke: { input: (w) => ({ params: { id: w['call']!, linkId: w['callLink']! } }), expect: kept },
  form: { input: form, expect: kept },
  // The house that asks does not answer for those it asks.
  draft: { input: (w) => ({ ...form(w), body: { values: { q1: 'Yes' } } }), expect: { ...kept, right: 409 } },
  answer: { input: (w) => ({ ...form(w), body: { id: newId(), values: { q1: 'Yes' } } }), expect: { ...kept, right: 409 } },
  keepFile: { input: (w) => ({ ...form(w), body: { upload: w['upload']! } }), expect: { ...kept, right: 409 } },
  attach: { input: (w) => ({ ...form(w), file: image() }), expect: { ...kept, right: 409 } },
  file: { input: (w) => ({ params: { id: w['call']!, organisationId: w['member']!, fileId: w['callFile']! } }), expect: kept },
  results: { input: call, expect: kept },
  workbook: { input: call, expect: kept },
  // Nobody who was asked is in it, and that is what is told.
  bring: { input: (w) => ({ ...call(w), file: file() }), expect: kept },
  reading: { input: (w) => ({ params: { id: w['call']!, readingId: w['callReading']! } }), expect: kept },
  take: { input: (w) => ({ params: { id: w['call']!, readingId: w['callReading']! }, body: {} }), expect: kept },
} satisfies AccessCases<typeof callsApi>
