// A real process is killed while it takes a Word file in: afterwards all of the text is there and told, or none of it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenLink, chainOf } from '#platform/audit/journal.ts'
import type { Rich } from '#platform/documents/rich.ts'
import { writeWord } from '#platform/documents/write-word.ts'
import type { Id } from '#platform/kinds.ts'
import { textsApi as api } from './api.ts'
import { ayesha, story } from './story.test-cases.ts'

let here: Awaited<ReturnType<typeof story>>
beforeAll(async () => { here = await story() })
afterAll(() => here.close())

const [articles, clauses] = [60, 20]
const blocks: Rich = Array.from({ length: articles }, (_, at): Rich => [
  { kind: 'heading', level: 1, line: [{ text: `Purpose ${at}` }] },
  ...Array.from({ length: clauses }, (_none, n): Rich[number] => ({ kind: 'paragraph', line: [{ text: `The parties cooperate in field ${at} and ${n}.` }] })),
]).flat()
const file = join(mkdtempSync(join(tmpdir(), 'pamir-word-')), 'long.docx')
writeFileSync(file, writeWord({ languages: ['en'], title: [{ lang: 'en', text: 'Agreement' }], madeAt: '2026-03-02T09:00:00.000Z', blocks: [{ kind: 'rich', lang: 'en', rich: blocks }] }))

/** Says when it begins, takes the file in, says when it has. */
const script = `
  const { readFileSync } = await import('node:fs')
  const { openDatabase } = await import('#platform/db/database.ts'), { takeWord } = await import('./src/domains/texts/word-actions.ts'), { readWord } = await import('#adapters/word/read-word.ts')
  const { where, at, id, file } = JSON.parse(process.argv[1])
  const { db } = openDatabase(where)
  await db.selectFrom('agreement').select('id').limit(1).execute()
  console.log('begins')
  await db.transaction().execute((tx) => takeWord({ ...at, db: tx }, id, { name: 'long.docx', type: '', bytes: readFileSync(file) }, { lang: 'en' }, readWord))
  console.log('taken')
  process.exit(0)`

async function takeAndKill(id: Id, after: number | null): Promise<void> {
  const at = { viewer: ayesha, now: '2026-03-02T09:00:00.000Z', today: '2026-03-02' }
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, JSON.stringify({ where: here.where, at, id, file })], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const gone = once(child, 'exit')
  if (after !== null) setTimeout(() => child.kill('SIGKILL'), after)
  await gone
}

async function begun(): Promise<Id> {
  const id = await here.drafted()
  here.as(ayesha)
  await here.ask(api.begin, { params: { id }, body: { from: 'nothing', languages: ['en'], authentic: ['en'], prevailing: null } })
  return id
}

test('killed at any moment, it is done or not begun, and can be done again', async () => {
  const outcomes: boolean[] = []
  for (const after of [0, 30, 60, 90, 130, 180, 250, 350, null]) {
    const id = await begun()
    await takeAndKill(id, after)
    const text = (await here.ask(api.read, { params: { id } })).answer
    const chain = await chainOf(here.db, id)
    const done = chain.some(({ what }) => what === 'text.imported')
    const there = text.clauses.filter(({ wordings }) => wordings.en).length
    expect([brokenLink(chain), there], `killed after ${after} ms`).toEqual([undefined, done ? articles * (clauses + 1) + 1 : 0])
    outcomes.push(done)
    if (!done) {
      await takeAndKill(id, null)
      expect((await here.ask(api.read, { params: { id } })).answer.clauses.length).toBeGreaterThanOrEqual(articles * (clauses + 1))
    }
  }
  // Both were really met: some were killed before they were done, and what was left alone was done.
  expect([outcomes[0], outcomes.at(-1)]).toEqual([false, true])
}, 180_000)
