// The pack of a council of a large alliance: gathering it, what goes to the page, freezing it, reading it frozen, and both its files.
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { packFile } from '#domains/committees/pack-file.ts'
import { freezePack, packOf } from '#domains/committees/pack-store.ts'
import { readyMade } from '#domains/committees/ready-rules.ts'
import { house as pamir } from '#platform/auth/viewer.ts'
import { json } from '#platform/db/database.ts'
import { type Id, newId } from '#platform/kinds.ts'
import type { House } from '#src/house.ts'
import { largeAlliance, watchMemory } from './annual.ts'

const now = '2026-01-15T00:00:00.000Z'
export type PackSpeed = { promises: number; lines: number; seconds: Record<'gathered' | 'frozen' | 'read' | 'pdf' | 'xlsx', number>; kilobytes: number; megabytes: number }

export async function packSpeed(house: House, say: (line: string) => void): Promise<PackSpeed> {
  const { db } = house
  const meeting = await councilOf(house, await largeAlliance(house, say))
  const [before, watched] = [process.memoryUsage().rss, watchMemory()]
  const timed = async <T>(run: () => Promise<T>): Promise<[T, number]> => { const begun = performance.now(); const made = await run(); return [made, (performance.now() - begun) / 1000] }
  const viewer = { ...pamir, admin: true }
  const [page, gathered] = await timed(() => packOf(db as never, viewer, meeting, now))
  const [, frozen] = await timed(() => db.transaction().execute((tx) => freezePack({ db: tx, viewer, now, today: now.slice(0, 10), visit: undefined as never }, meeting)))
  const [, read] = await timed(() => packOf(db as never, viewer, meeting, now))
  const file = (format: 'pdf' | 'xlsx') => timed(() => packFile(db as never, viewer, meeting, { format, locale: 'en', now, publicUrl: 'https://pamir.example.org', writeSheets: writeWorkbook }))
  const [[, pdf], [, xlsx]] = [await file('pdf'), await file('xlsx')]
  return { promises: page.promised, lines: page.sums.reduce((sum, { promised }) => sum + promised, 0), seconds: { gathered, frozen, read, pdf, xlsx }, kilobytes: JSON.stringify(page).length / 1000, megabytes: (watched() - before) / 1e6 }
}

async function councilOf({ db }: House, allianceId: Id): Promise<Id> {
  const [body, meeting] = [newId(), newId()]
  await db.insertInto('body').values({ id: body, kind: 'council', name: json({ en: 'Council' }) as never, agreementId: null, allianceId, parentId: null, constitutedAt: now, dissolvedAt: null, changedAt: now, decisions: 0, meetings: 1, madeBy: pamir.id, madeAt: now }).execute()
  await db.insertInto('bodyRules').values({ id: newId(), bodyId: body, version: 1, rules: json(readyMade['executive-council']) as never, fromAt: now, decisionId: null, adoptedBy: pamir.id }).execute()
  const nowhere = { hostSideId: null, venue: null, city: null, link: null, requestId: null, openedAt: null, closedAt: null, heldOn: null, quorate: null, presidingId: null, packFrozenAt: null, packAssembledAt: null, calledBy: null }
  await db.insertInto('meeting').values({ ...nowhere, id: meeting, bodyId: body, number: 1, kind: 'ordinary', state: 'called', startsAt: '2026-03-01T05:00:00.000Z', zone: 'Asia/Karachi', calledAt: now, sequence: 0, changedAt: now }).execute()
  return meeting
}
