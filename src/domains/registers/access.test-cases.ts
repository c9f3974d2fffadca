// Who gets what answer at every endpoint of registers. The walk's run is of the right office's register, with one row in review.
import type { AccessCases, AccessWorld } from '#test/access.ts'
import type { registersApi } from './api.ts'

const run = (w: AccessWorld) => ({ params: { id: w['registerRun']! } })
const seen = { nobody: 401, stranger: 404, wrong: 404, right: 200 }
const open = { nobody: 401, stranger: 200, wrong: 200, right: 200 }
const csv = new Blob(['Partner,Year\nKabul University,2017\n'])

export const registersAccess = {
  // Each sees the runs of the registers they keep: a stranger none.
  runs: { expect: open },
  begin: { input: (w) => ({ file: csv, body: { ownerId: w['organisation']! } }), expect: { nobody: 401, stranger: 409, wrong: 409, right: 200 } },
  run: { input: run, expect: seen },
  rows: { input: run, expect: seen },
  remap: { input: (w) => ({ ...run(w), body: { columns: [{ column: 0, role: 'partner' }] } }), expect: seen },
  correct: { input: (w) => ({ ...run(w), body: { row: 2, place: 0, choice: { is: 'new' as const } } }), expect: seen },
  change: { input: (w) => ({ ...run(w), body: { row: 2, skip: true } }), expect: seen },
  accept: { input: (w) => ({ ...run(w), body: { above: 0.5 } }), expect: seen },
  leaveOut: { input: (w) => ({ ...run(w), body: { problem: 'registers.problems.row-hidden' } }), expect: seen },
  putBack: { input: (w) => ({ ...run(w), body: { rows: [{ row: 2, decided: { parties: {}, skip: false } }] } }), expect: seen },
  alike: { input: (w) => ({ ...run(w), query: { row: 2, place: 0 } }), expect: seen },
  tally: { input: run, expect: seen },
  figures: { input: run, expect: seen },
  import: { input: run, expect: seen },
  discard: { input: run, expect: seen },
  workbook: { input: run, expect: seen },
  // Organisations are known to all who are signed in; their registers are not given to all.
  register: { input: (w) => ({ params: { id: w['organisation']! } }), expect: { nobody: 401, stranger: 409, wrong: 409, right: 200 } },
  entry: { input: (w) => ({ params: { id: w['agreement']! } }), expect: seen },
} satisfies AccessCases<typeof registersApi>
