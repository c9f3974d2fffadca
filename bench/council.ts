// A council of 160 members of two nations, 200 people on open lines, everybody votes within ten seconds, and the server is stopped and
// started in the middle of it. Prints what was measured; ends with 1 when a vote is lost or doubled or a page lags. `node bin/up.mjs bench/council.ts`
import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { csrfOf } from '#platform/auth/tokens.ts'
import { sessionCookie } from '#platform/auth/cookie.ts'
import type { Id } from '#platform/kinds.ts'
import { openHouse as openProcess } from '#test/journeys/open-house.ts'
import { seedCouncil } from './council-seed.ts'

type Seen = { at: number; voted: number; present: number; open: boolean }
type Person = { id: Id; token: string; seen: Seen[]; lines: number; choice: string | null }
/** What was answered, and was no: it is not sent again. */
class Answered extends Error {}
const [members, online, within] = [160, 200, 10_000]
const say = (line: string) => void process.stdout.write(`${line}\n`)
const wrong: string[] = []
const hold = (is: boolean, said: string) => { if (!is) wrong.push(said) }

let house = await openProcess()
const { data, url } = house
const port = Number(new URL(url).port)
const council = await seedCouncil(data, members, online).catch(async (error) => { await house.close(); throw error })
const people: Person[] = council.people.map((one, at) => ({ ...one, seen: [], lines: 0, choice: at < members ? (at % 10 === 9 ? 'against' : 'for') : null }))
let over = false
try { await run() } finally { over = true; await house.close() }
say(wrong.length > 0 ? `Wrong: ${wrong.join('; ')}.` : 'Nothing was lost or doubled.')
process.exit(wrong.length > 0 ? 1 : 0)

async function run(): Promise<void> {
  const [first] = people as [Person]
  const at = (path: string) => path.replace(':id', council.meeting)
  await ask(first, 'POST', at('/meetings/:id/opening'))
  let begun = performance.now()
  for (const person of people) listen(person)
  await until(() => people.every(({ lines }) => lines > 0), 60_000)
  say(`${online} lines open in ${took(begun)} s`)
  begun = performance.now()
  await Promise.all(people.map((person) => ask(person, 'PUT', at('/meetings/:id/presence'), { mode: 'online' })))
  say(`${online} arrivals taken in ${took(begun)} s`)
  begun = performance.now()
  await until(() => people.every(({ seen }) => seen.at(-1)?.present === online), 60_000)
  say(`every page knew of all ${online} after ${took(begun)} s more`)
  await vote(at)
}

async function vote(at: (path: string) => string): Promise<void> {
  const [first] = people as [Person]
  await ask(first, 'PUT', at(`/meetings/:id/items/${council.item}/consensus`), { outcome: 'failed' })
  const opened = performance.now()
  const { ballots } = await ask<{ ballots: { id: Id }[] }>(first, 'POST', at(`/meetings/:id/items/${council.item}/ballots`), { text: { en: 'The plan is adopted' } })
  await until(() => people.every(({ seen }) => seen.at(-1)?.open), 30_000)
  say(`the vote stood open on every page ${took(opened)} s after it was asked for`)
  const begun = performance.now()
  const acknowledged: number[] = []
  const restart = restartAt(begun)
  const voters = people.slice(0, members)
  await Promise.all(voters.map((person, place) => castOnce(person, ballots.at(-1)!.id, begun + (within * place) / members, acknowledged)))
  const last = performance.now()
  const gap = await restart
  say(`${members} votes were counted in ${((last - begun) / 1000).toFixed(2)} s; in the middle the house was away for ${(gap / 1000).toFixed(2)} s`)
  await until(() => people.every(({ seen }) => seen.at(-1)?.voted === members), 60_000)
  say(`every page showed all of them ${((performance.now() - last) / 1000).toFixed(2)} s after the last`)
  lag(acknowledged, begun, gap)
  await outcome(first, ballots.at(-1)!.id, at)
}

/** One in five sends the same vote again at once, and whoever hears nothing sends it until it is heard. */
async function castOnce(person: Person, ballot: Id, when: number, acknowledged: number[]): Promise<void> {
  await sleep(Math.max(0, when - performance.now()))
  const send = () => ask(person, 'PUT', `/ballots/${ballot}/vote`, { choice: person.choice })
  for (;;) {
    try { await (people.indexOf(person) % 5 === 0 ? Promise.all([send(), send()]) : send()); acknowledged.push(performance.now()); return } catch (error) {
      if (error instanceof Answered) throw error
      await sleep(250)
    }
  }
}

async function restartAt(begun: number): Promise<number> {
  await sleep(Math.max(0, begun + within / 2 - performance.now()))
  const gone = performance.now()
  await house.closeButKeep()
  say(`the house closed in ${took(gone)} s, with ${online} lines open`)
  house = await openProcess({ data, port })
  return performance.now() - gone
}

/** From the answer to the n-th vote until each page shows n of them; what waited for the restart is told apart. */
function lag(acknowledged: number[], begun: number, gap: number): void {
  const [away, back] = [begun + within / 2, begun + within / 2 + gap + 2500]
  const lags = acknowledged.flatMap((at, n) => people.flatMap(({ seen }) => { const shown = seen.find((one) => one.open && one.voted > n); return shown && (shown.at < away || at > back) ? [Math.max(0, shown.at - at)] : [] })).sort((a, b) => a - b)
  const share = (part: number) => `${((lags[Math.floor((lags.length - 1) * part)] ?? 0) / 1000).toFixed(2)} s`
  say(`from a vote to each of ${online} pages (${lags.length} seen): half within ${share(0.5)}, 95 of 100 within ${share(0.95)}, all within ${share(1)}`)
  hold((lags[Math.floor((lags.length - 1) * 0.95)] ?? 0) < 3000, 'pages lag more than three seconds')
}

async function outcome(first: Person, ballot: Id, at: (path: string) => string): Promise<void> {
  const begun = performance.now()
  const closed = await ask<{ ballots: { id: Id; voted: number; result: { for: number; against: number; silent: number; carried: boolean } }[]; quorum: { acting: unknown[] }; decisions: { number: number }[]; spans: { untilAt: string | null }[] }>(first, 'POST', `/ballots/${ballot}/closing`)
  const mine = closed.ballots.find(({ id }) => id === ballot)!
  say(`closed and counted twice in ${took(begun)} s: for ${mine.result.for}, against ${mine.result.against}, silent ${mine.result.silent}`)
  hold(mine.voted === members && mine.result.for === 144 && mine.result.against === 16 && mine.result.silent === 0, `the tally is ${JSON.stringify(mine)}`)
  hold(closed.spans.filter(({ untilAt }) => untilAt === null).length === online, 'presence was lost')
  hold(closed.quorum.acting.length === members, `${closed.quorum.acting.length} seats act`)
  hold(closed.decisions.length === 1, `${closed.decisions.length} decisions`)
  const started = performance.now()
  await Promise.all(people.map((person) => ask(person, 'GET', at('/meetings/:id'))))
  say(`the whole page asked by all ${online} at once: ${took(started)} s`)
}

async function ask<T>({ token }: Person, method: string, path: string, body?: object): Promise<T> {
  const reply = await fetch(`${url}/api${path}`, { method, headers: { cookie: `${sessionCookie}=${token}`, 'x-csrf-token': csrfOf(token), ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) })
  if (reply.status >= 500) throw new Error(`${reply.status}`)
  if (!reply.ok) throw new Answered(`${method} ${path}: ${reply.status} ${await reply.text()}`)
  return await reply.json() as T
}

/** As a browser does: comes back a second after the line is gone. */
function listen(person: Person): void {
  if (over) return
  let ended = false
  const again = () => { if (!ended) { ended = true; setTimeout(() => listen(person), 1000) } }
  get(`${url}/live/meetings/${council.meeting}`, { headers: { cookie: `${sessionCookie}=${person.token}` }, agent: false }, (reply) => {
    if (reply.statusCode !== 200) { reply.resume(); again(); return }
    person.lines += 1
    let text = ''
    reply.setEncoding('utf8').on('data', (part: string) => {
      text += part
      for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) if (text.startsWith('data: ')) hear(person, text.slice(6, end))
    }).on('close', again)
  }).on('error', again)
}

function hear({ seen }: Person, said: string): void {
  const { present, ballot } = JSON.parse(said) as { present: number; ballot: { voted: number } | null }
  seen.push({ at: performance.now(), present, voted: ballot?.voted ?? 0, open: ballot !== null })
}

async function until(holds: () => boolean, patience: number): Promise<void> {
  for (const end = performance.now() + patience; !holds(); await sleep(20)) if (performance.now() > end) throw new Error('It took too long.')
}
function took(from: number): string { return ((performance.now() - from) / 1000).toFixed(2) }
