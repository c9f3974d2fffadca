// Letters leave by a real mail server that runs here; what cannot leave is tried again, and in the end says why.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { listLetters, sendWaiting, writeLetter } from './mail.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
let away: string | null = null
const arrived: string[] = []
const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'],
  onRcptTo: (_to, _session, done) => done(away ? Object.assign(new Error(away), { responseCode: 451 }) : null),
  onData: (stream, _session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => { arrived.push(Buffer.concat(chunks).toString()); done() })
  },
})
let post: { smtp: string; from: string }
beforeAll(async () => {
  here = await freshDatabase()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  post = { smtp: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, from: 'Pamir <pamir@example.org>' }
})
afterAll(async () => {
  await new Promise<void>((done) => server.close(done))
  await here.close()
})

const letter = (subject: string) => ({ toAddress: 'saima@example.org', toPerson: null, subject, body: 'سلام، 您好', locale: 'ur' as const, kind: 'test' })
const write = (subject: string, to: { smtp: string | null; from: string } = post) => here.db.transaction().execute((tx) => writeLetter(tx, to, letter(subject)))
const stateOf = async (id: string) => (await listLetters(here.db)).find((one) => one.id === id)!

test('a letter leaves once, in every script', async () => {
  const id = await write('دعوت')
  await sendWaiting(here.db, post)
  await sendWaiting(here.db, post)
  expect(await stateOf(id)).toMatchObject({ state: 'sent', tries: 1, problem: null })
  expect(arrived).toHaveLength(1)
  expect(arrived[0]).toContain('To: saima@example.org')
  expect(arrived[0]).toContain(`=?UTF-8?B?${Buffer.from('دعوت').toString('base64')}?=`)
  expect(arrived[0]).toContain('From: Pamir <pamir@example.org>')
})

test('an entry for a calendar travels as a part that says its method, as RFC 6047 asks', async () => {
  const calendar = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Pamir//EN\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
  await here.db.transaction().execute((tx) => writeLetter(tx, post, { ...letter('Invitation'), calendar }))
  await sendWaiting(here.db, post)
  expect(arrived.pop()).toMatch(/Content-Type: text\/calendar;[^\n]*(\n\s[^\n]*)*method=REQUEST/i)
})

test('one that fails is tried again, says why, and gives up in the end without holding up the others', async () => {
  away = 'mailbox is full'
  const id = await write('first')
  await sendWaiting(here.db, post)
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', tries: 1 })
  expect((await stateOf(id)).problem).toContain('mailbox is full')
  await sendWaiting(here.db, post)
  expect((await stateOf(id)).tries).toBe(1)
  for (let tries = 1; tries < 8; tries++) {
    await here.db.updateTable('letter').set({ writtenAt: new Date(Date.now() - 2 ** tries * 60_000).toISOString() }).where('id', '=', id).execute()
    await sendWaiting(here.db, post)
  }
  expect(await stateOf(id)).toMatchObject({ state: 'failed', tries: 8 })
  away = null
  const other = await write('second')
  await sendWaiting(here.db, post)
  expect(await stateOf(other)).toMatchObject({ state: 'sent' })
  expect(arrived).toHaveLength(2)
})

test('without a mail server letters are kept for the administrator', async () => {
  const id = await write('kept', { ...post, smtp: null })
  await sendWaiting(here.db, { ...post, smtp: null })
  await sendWaiting(here.db, post)
  expect(await stateOf(id)).toMatchObject({ state: 'kept', tries: 0 })
})
