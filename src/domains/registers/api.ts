// The registers API: a file comes in, is read, corrected, and imported; what came can always be looked at again.
import * as z from 'zod'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Id, pageOf } from '#platform/kinds.ts'
import { Acceptance, Correction, DecidedRow, Decisions, Entry, Figures, LeavingOut, Remapping, RowChange, RowFilter, Run, RunRow, Tally } from './model.ts'

const Touched = z.object({ rows: z.int(), before: z.array(DecidedRow), run: Run })

export const registersApi = {
  runs: get('/register-runs', { answer: z.array(Run), says: 'The registers this viewer brought in or may see, newest first' }),
  begin: post('/register-runs', {
    takes: 'file', body: z.object({ ownerId: Id, sheet: z.string().max(200).optional() }), answer: Run,
    says: 'Brings a spreadsheet (XLSX or CSV) of the owner’s agreements in for a dry run; nothing is imported yet',
  }),
  run: get('/register-runs/:id', { answer: Run, says: 'One run: its columns, its summary, how far it is' }),
  rows: get('/register-runs/:id/rows', { query: RowFilter, answer: pageOf(RunRow), says: 'The rows of a run with what was understood, how surely, and what was not' }),
  remap: put('/register-runs/:id/columns', { body: Remapping, answer: Run, says: 'Says what the columns mean and reads the file again; remembered for files of the same shape' }),
  correct: put('/register-runs/:id/corrections', { body: Correction, answer: Touched, says: 'Says which organisation a party is, in one row or in all alike' }),
  change: put('/register-runs/:id/rows', { body: RowChange, answer: Touched, says: 'Leaves a row out of the import, takes it in again, or states its date' }),
  accept: post('/register-runs/:id/acceptances', { body: Acceptance, answer: Touched, says: 'Accepts every offered organisation above a confidence' }),
  leaveOut: post('/register-runs/:id/leaving-out', { body: LeavingOut, answer: Touched, says: 'Leaves every row out of the import that has a problem of this kind, as one hidden in the file' }),
  putBack: put('/register-runs/:id/decisions', { body: Decisions, answer: Touched, says: 'Puts what was decided of rows back to what it was before' }),
  alike: get('/register-runs/:id/alike', { query: z.object({ row: z.coerce.number().int(), place: z.coerce.number().int() }), answer: z.array(z.int()), says: 'The rows in which a party came as the same text' }),
  tally: get('/register-runs/:id/tally', { answer: Tally, says: 'How many rows each view of a run shows, and how many offers lie above each confidence' }),
  figures: get('/register-runs/:id/figures', { answer: Figures, says: 'The figures of a run as it was decided; each leads to its rows' }),
  import: post('/register-runs/:id/import', { answer: Run, says: 'Imports the run, as long work, all of it or nothing' }),
  discard: del('/register-runs/:id', { answer: Run, says: 'Puts a run away without importing it' }),
  workbook: get('/register-runs/:id/workbook', { answer: z.unknown(), gives: 'file', says: 'The run as a workbook: the same columns, and what Pamir understood beside them' }),
  register: get('/organisations/:id/register', { answer: z.unknown(), gives: 'file', says: 'The agreements of an organisation as the workbook its register came in, with what Pamir knows; edited and brought in again, it updates' }),
  entry: get('/agreements/:id/entry', { answer: Entry.nullable(), says: 'The row of the register that an agreement came from, as it came; null where it came from none' }),
}
