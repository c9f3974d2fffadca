// How well and how fast organisations are told apart among all of them, beside the plain exact dictionary in the same run: names as
// people write them, with the place, a letter wrong, short forms; and the type-ahead, letter by letter.
import type { Database } from '#platform/db/database.ts'
import { buildFromDatabase } from '#domains/organisations/built-index.ts'
import { ExactDictionary } from '#domains/organisations/resolver/learn/exact.ts'
import type { Known } from '#domains/organisations/resolver/types.ts'
import { type Chance, chances } from './seed.ts'

export type ResolverSpeed = { organisations: number; right: number; exactRight: number; wrong: number; exactWrong: number; perSecond: number; exactPerSecond: number; typeAheadP99: number }

/** Seconds are the processor's. */
export async function resolverSpeed(db: Database, count: number): Promise<ResolverSpeed> {
  const { resolver } = await buildFromDatabase(db, () => {})
  const known = Array.from(resolver.parts.register.all())
  const exact = new ExactDictionary(known)
  const chance = chances(7)
  const texts = Array.from({ length: count }, () => { const one = chance.of(known); return { id: one.id, text: written(one, chance) } })
  for (const { text } of texts.slice(0, 200)) resolver.resolve({ text })
  const [answers, seconds] = timed(() => texts.map(({ text }) => { const { decision, organisation } = resolver.resolve({ text }); return decision === 'matched' ? organisation?.id ?? null : null }))
  const [plain, plainSeconds] = timed(() => texts.map(({ text }) => exact.resolve(text, null)))
  const share = (given: (string | null)[], is: (id: string | null, wanted: string) => boolean) => given.filter((id, at) => is(id, texts[at]!.id)).length / count
  const right = (id: string | null, wanted: string) => id === wanted
  const wrong = (id: string | null, wanted: string) => id !== null && id !== wanted
  return {
    organisations: known.length, right: share(answers, right), exactRight: share(plain, right), wrong: share(answers, wrong), exactWrong: share(plain, wrong),
    perSecond: count / seconds, exactPerSecond: count / plainSeconds, typeAheadP99: typeAhead(texts.slice(0, 200).map(({ text }) => text), (text) => resolver.suggest(text, { limit: 8 })),
  }
}

function timed<T>(work: () => T): [T, number] {
  const began = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(began)
  return [result, (user + system) / 1e6]
}

/** Milliseconds that 99 of 100 letters wait at most. */
function typeAhead(texts: string[], suggest: (text: string) => unknown): number {
  const waits = texts.flatMap((text) => Array.from({ length: Math.min(12, text.length) }, (_, at) => timed(() => suggest(text.slice(0, at + 1)))[1] * 1000))
  return waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)]!
}

function written({ names, city, country }: Known, chance: Chance): string {
  const name = names[0]!.text
  const how = chance.number(10)
  if (how < 3) return `${name}, ${city}, ${country}`
  if (how < 5) return name
  if (how < 7) return slip(name, chance)
  if (how < 8) return name.replace(/University/, 'Univ.').replace(/Technology/, 'Technol.').replace(/Institute/, 'Inst.')
  return `Faculty of Law, ${how < 9 ? name : slip(name, chance)}, ${country}`
}

function slip(name: string, chance: Chance): string {
  const at = 1 + chance.number(Math.max(1, name.length - 2))
  return name.slice(0, at) + name.slice(at + 1)
}
