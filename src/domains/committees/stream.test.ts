// The open line of a meeting: who sees it hears each change soon, once; nobody else hears anything; a closing house hangs up.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mountStream } from '#platform/http/stream.ts'
import { type Hub, openHub } from '#platform/live/live.ts'
import type { Id } from '#platform/kinds.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { world } from '#test/world.ts'
import { meetingsApi as api } from './api.ts'
import { committeeRoutes } from './routes.ts'
import { meetingLine, meetingStream } from './stream.ts'
import { committee, home, now, peopleAndPlaces, type Story } from './test-committees.ts'

let w: Awaited<ReturnType<typeof world>>
let hub: Hub
let story: Story
let meeting: Id
let url: string
let listener: Viewer | undefined
beforeAll(async () => {
  w = await world(committeeRoutes({ ...home, writeSheets: writeWorkbook }), now, (server, { pool, db }) => {
    hub = openHub(pool)
    mountStream(server, meetingLine, { hub, open: meetingStream(db, () => new Date('2026-06-01T06:00:00.000Z')), identify: async () => listener && { viewer: listener, session: 'test', csrf: 'test' } })
  })
  story = await peopleAndPlaces(w.db)
  const { id, ours } = await committee(w, story)
  w.as(story.ayesha)
  meeting = (await w.ask(api.call, { params: { id }, body: { startsAt: '2026-06-01T05:00:00.000Z', zone: 'Asia/Karachi', hostSideId: ours } })).answer.id
  w.at('2026-06-01T05:00:00.000Z')
  await w.ask(api.open, { params: { id: meeting } })
  url = await w.server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => { await hub.stop(); await w.close() })

const line = (viewer: Viewer | undefined, id = meeting) => { listener = viewer; return fetch(`${url}/live/meetings/${id}`) }
async function* said(reply: Response): AsyncGenerator<{ present: number; sides: { acting: number }[] }> {
  let text = ''
  for await (const part of reply.body!.pipeThrough(new TextDecoderStream())) {
    text += part
    for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) if (text.startsWith('data: ')) yield JSON.parse(text.slice(6, end))
  }
}

test('who may not see it hears nothing', async () => {
  expect([(await line(undefined)).status, (await line(story.niran)).status, (await line(story.li, story.ayesha.id)).status]).toEqual([401, 404, 404])
})

test('everyone on the line hears an arrival within a second, and the line ends with the house', async () => {
  const lines = [said(await line(story.li)), said(await line(story.wang))]
  for (const one of lines) expect((await one.next()).value).toMatchObject({ present: 0 })
  const heard = lines.map((one) => one.next())
  const began = Date.now()
  w.as(story.ayesha)
  await w.ask(api.presence, { params: { id: meeting }, body: { mode: 'room' } })
  for (const one of heard) expect((await one).value).toMatchObject({ present: 1, sides: [{ acting: 1 }, { acting: 0 }] })
  expect(Date.now() - began).toBeLessThan(15_000)
  expect(hub.followers()).toBe(2)
  const closing = Date.now()
  const over = Promise.all(lines.map((one) => one.next()))
  await w.server.close()
  expect((await over).map(({ done }) => done)).toEqual([true, true])
  expect(Date.now() - closing).toBeLessThan(15_000)
})
