// What the floors above say about an alliance: a domain exports from `pages/alliance-section.tsx` how it stands at a glance, as a line, and,
// where more is to be shown, a section for the page of its part. They are fetched with the page, all at once, so that none pushes another down.
import type { ComponentType } from 'react'
import type { Arriving } from '#web/site.ts'
import type { AllianceFile } from '../model.ts'

export const parts = ['members', 'governance', 'work'] as const
export type Part = (typeof parts)[number]

/** What a secretariat and a rector look for first stands first; a room that is not named here stands with the work. */
const order: Record<Part, string[]> = { members: ['memberships', 'secretariat'], governance: ['committees', 'elections', 'dues', 'secretariat'], work: ['agreements', 'plans', 'calls', 'reports', 'reviews'] }

type OfAlliance = { alliance: AllianceFile }
/** A room that stands in two parts is told in which it speaks. `load` asks beforehand what will be shown. */
type Brought = { load?: (at: Arriving) => Promise<unknown>; AllianceGlance?: ComponentType<OfAlliance & { part: Part }>; AllianceSection?: ComponentType<OfAlliance> }
const brought = Object.entries(import.meta.glob<Brought>('../../*/pages/alliance-section.tsx')).map(([path, fetch]) => ({ room: /\/([^/]+)\/pages\//.exec(path)![1]!, fetch }))
const here = new Map<string, Brought>()

export const loadFurther = (at: Arriving): Promise<unknown> => Promise.all(brought.map(async ({ room, fetch }) => {
  const one = await fetch()
  here.set(room, one)
  await one.load?.(at)
}))

const named = new Set(Object.values(order).flat())
const unnamed = brought.map(({ room }) => room).filter((room) => !named.has(room))
const roomsIn = (part: Part) => (part === 'work' ? [...order.work, ...unnamed] : order[part]).flatMap((room) => here.get(room) ? [[room, here.get(room)!] as const] : [])

/** `rest`: only of rooms that bring no section to the page. */
export const FurtherGlances = ({ alliance, part, rest = false }: OfAlliance & { part: Part; rest?: boolean }) =>
  roomsIn(part).map(([room, { AllianceGlance: One, AllianceSection }]) => One && !(rest && AllianceSection) && <One key={room} alliance={alliance} part={part} />)

export const FurtherSections = ({ alliance, part }: OfAlliance & { part: Part }) => roomsIn(part).map(([room, { AllianceSection: One }]) => One && <One key={room} alliance={alliance} />)
