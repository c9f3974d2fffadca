// `pamir import-register`: the register of one organisation, from the terminal, the same way as in the browser.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { house } from '#platform/auth/viewer.ts'
import type { Upload } from '#platform/http/contract.ts'
import { performAsked } from '#platform/jobs/work.ts'
import type { Command, Terminal } from '#platform/terminal.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import type { Desk } from '#domains/organisations/desk.ts'
import { Id } from '#platform/kinds.ts'
import { findOrganisation } from '#domains/organisations/store.ts'
import type { Database, Reading } from '#platform/db/database.ts'
import { asForeground, beginRun, askForImport } from './actions.ts'
import { registerWorkers } from './jobs.ts'
import type { RowReading, Run, Summary } from './model.ts'
import { readRegister } from './reading-run.ts'
import { kindOf } from './rules.ts'
import type { Services } from './services.ts'
import { allRows, findRun } from './store.ts'
import { tellInWords } from './telling.ts'
import type { Owner } from './understand.ts'

/** `services` opens the spreadsheets and a desk; a command closes the desk behind itself. */
export const registerCommands = (services: (db: Database) => Services): Command[] => [{
  name: 'import-register', args: '<file>', describe: 'Import the spreadsheet (.xlsx, .csv) in which an organisation keeps its agreements',
  options: [
    ['--party <name or id>', 'the organisation whose register this is'], ['--sheet <name>', 'the sheet to read, when the workbook has several'],
    ['--dry-run', 'read and tell, but import nothing'], ['--json', 'one JSON object on stdout: rows and summary'],
  ],
  run: async ({ house: { db }, terminal }, [given], options) => {
    const party = typeof options.party === 'string' ? options.party : terminal.fail('Say whose register this is: --party "<name or id>".')
    const { desk, spreadsheets } = services(db)
    try {
      const path = terminal.path(given!)
      const bytes = await readFile(path).catch(() => terminal.fail(`There is no file ${path}.`))
      spreadsheets.sniff(bytes)
      const file = { name: basename(path), type: '', bytes }
      const sheet = typeof options.sheet === 'string' ? options.sheet : null
      const told = options['dryRun'] ? await dryRun(db, { desk, spreadsheets }, file, sheet, party, terminal)
        : await importFile(db, { desk, spreadsheets }, file, sheet, party, terminal)
      if (options.json) terminal.json(told)
      else terminal.print(tellInWords(told))
    } finally { await desk.close() }
  },
}]

export type Told = { owner: Owner; rows: RowReading[]; summary: Summary; imported: unknown }

async function dryRun(db: Database, services: Services, file: Upload, sheet: string | null, party: string, terminal: Terminal): Promise<Told> {
  const owner = await ownerOf(db, services.desk, party)
  const progress = terminal.progress('Reading the register')
  const { rows, summary } = await readRegister(db as Reading, services, { bytes: file.bytes, name: file.name, sheet, said: [] }, owner, today(), async (done, total, note) => progress.watch(done, total, note))
  progress.end()
  return { owner, rows, summary, imported: null }
}

/** The same steps as in the browser, one after the other: begin, read, import; what is only offered becomes a provisional record. */
async function importFile(db: Database, services: Services, file: Upload, sheet: string | null, party: string, terminal: Terminal): Promise<Told> {
  const owner = await ownerOf(db, services.desk, party)
  const ownerId = owner.id ?? await addOwner(db, services.desk, owner.name)
  const run = await db.transaction().execute((tx) => beginRun(asForeground(tx), services.spreadsheets, file, { ownerId, sheet: sheet ?? undefined }))
  await watched(db, run, services, 'Reading the register', terminal)
  const importing = await db.transaction().execute((tx) => askForImport(asForeground(tx), run.id))
  const imported = await watched(db, importing, services, 'Importing', terminal)
  const { summary } = await findRun(db as Reading, house, run.id)
  const rows = (await allRows(db as Reading, run.id)).map(({ decided: _d, needs: _n, sureness: _s, chosen: _c, ...reading }) => reading)
  return { owner: { ...owner, id: ownerId }, rows, summary: summary!, imported }
}

async function watched(db: Database, { workId }: Pick<Run, 'workId'>, services: Services, title: string, terminal: Terminal): Promise<unknown> {
  const progress = terminal.progress(title)
  try { return await performAsked(db, workId!, registerWorkers(services), progress.watch, terminal.closing) } finally { progress.end() }
}

async function ownerOf(db: Database, desk: Desk, party: string): Promise<Owner> {
  if (Id.safeParse(party).success) return findOrganisation(db as Reading, party)
  const [answer] = await desk.resolve([{ text: party }])
  return answer?.decision === 'matched' && answer.organisation ? { id: answer.organisation.id, name: answer.organisation.name } : { id: null, name: party }
}

async function addOwner(db: Database, desk: Desk, name: string): Promise<string> {
  const draft = { kind: kindOf(name) as 'university', names: [{ text: name, lang: null, kind: 'display' as const }] }
  const [id] = await db.transaction().execute((tx) => addOrganisations(asForeground(tx), [draft]))
  await desk.learn([id!])
  return id!
}

const today = () => new Date().toISOString().slice(0, 10)
