// A small register of public facts and a spreadsheet as people write one: what the tests of registers stand on.
import { openDesk, type Desk } from '#domains/organisations/desk.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import type { Draft } from '#domains/organisations/model.ts'
import { readTable } from '#adapters/spreadsheets/read-table.ts'
import { sniff } from '#adapters/spreadsheets/sniff.ts'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { house } from '#platform/auth/viewer.ts'
import { openOffice } from '#platform/jobs/office.ts'
import { registersApi } from './api.ts'
import { registerWorkers } from './jobs.ts'
import type { Run } from './model.ts'
import { registerRoutes } from './routes.ts'
import { person, world } from '#test/world.ts'

const university = (name: string, country: string, city: string, ror: string, ...others: string[]): Draft => ({
  kind: 'university', country, city, identifiers: [{ scheme: 'ror', value: ror }],
  names: [{ text: name, lang: 'en', kind: 'display' }, ...others.map((text) => ({ text, lang: null, kind: 'alias' as const }))],
})
const drafts: Draft[] = [
  university('University of Sargodha', 'PK', 'Sargodha', '0086rpr26'),
  university('University of Canberra', 'AU', 'Canberra', '04s1nv328'),
  university('University of Duisburg-Essen', 'DE', 'Essen', '04mz5ra38', 'UDE'),
  university('Lanzhou University', 'CN', 'Lanzhou', '01mkqqe32', 'LZU', '兰州大学'),
  university('Kabul University', 'AF', 'Kabul', '02ht5pq60'),
  university('National University of Sciences and Technology', 'PK', 'Islamabad', '03w2j5y17', 'NUST'),
  university('National University of Science and Technology', 'OM', 'Muscat', '00rb2rb24', 'NUST'),
]

export const rows = [
  'Partner,Date of signing,Duration',
  '"Univeristy of Canberra, Australia (ACIAR funded project)",17-09-2018,5 Years',
  '"University of Duisburg-Essen, UDE (Germany)",07-07-2019,Initially for 3 years',
  '"University of Duisburg-Essen, UDE (Germany)",07-09-2019,Initially for 3 years',
  '"Lanzhou University (LZU) and University of Sargodha in Pakistan for biomass energy",25-07-2025,Auto-renewable after 5 years',
  'Mountain Agrochemicals (Pvt) Limited,31-02-2019,Till mutually agreed',
  'NUST,2024,',
]
export const csv = (lines: string[] = rows, name = 'register.csv') => new File([lines.join('\n')], name)

/** The house with its back office at work, so that what was asked for is really done. */
export async function registerHouse() {
  let desk: Desk | undefined
  const spreadsheets = { sniff, readTable, writeWorkbook }
  const here = await world(({ db, pool }) => {
    desk = openDesk(db, { inside: true, pool })
    return registerRoutes({ desk, spreadsheets })
  })
  const ids = await here.db.transaction().execute((tx) => addOrganisations({ db: tx, viewer: house, now: '2026-01-01T00:00:00.000Z' }, drafts))
  const [sargodha, canberra, , , kabul] = ids as [string, string, string, string, string]
  const director = person('Director of linkages', { role: 'director', at: sargodha, country: 'PK' })
  const log = { error: (facts: object) => console.error(facts), info: () => {} }
  const workers = registerWorkers({ desk: desk!, spreadsheets })
  const office = await openOffice({ db: here.db, pool: here.pool, jobs: {}, workers, viewerOf: async () => director, log })

  /** Waits for the back office. */
  async function settled(id: string): Promise<Run> {
    for (let tries = 0; tries < 400; tries++) {
      const { answer } = await here.ask(registersApi.run, { params: { id } })
      if (!['reading', 'importing'].includes(answer.state)) return answer
      await new Promise((done) => setTimeout(done, 25))
    }
    throw new Error('the back office never finished')
  }
  async function bring(file: File): Promise<Run> {
    const begun = await here.ask(registersApi.begin, { file, body: { ownerId: sargodha } })
    if (begun.status !== 200) throw new Error(JSON.stringify(begun.answer))
    return settled(begun.answer.id)
  }
  const rowsOf = async (id: string) => (await here.ask(registersApi.rows, { params: { id } })).answer.rows
  async function importIt(id: string): Promise<Run> {
    await here.ask(registersApi.import, { params: { id } })
    return settled(id)
  }
  const close = async () => { await office.stop(); await desk!.close(); await here.close() }
  return { ...here, workers, sargodha, canberra, kabul, director, settled, bring, rowsOf, importIt, spreadsheets, close }
}
