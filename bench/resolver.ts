// How well and how fast organisations are told apart among all of them, beside the plain exact dictionary in the same run: names as
// people write them, with the place, a letter wrong, short forms; and the type-ahead, letter by letter.
import type { Database } from '#platform/db/database.ts'
import { buildFromDatabase } from '#domains/organisations/built-index.ts'
import { ExactDictionary } from '#domains/organisations/resolver/learn/exact.ts'
import type { Known } from '#domains/organisations/resolver/types.ts'
import { keyOf } from '#domains/organisations/resolver/text/fold.ts'
import { type Chance, chances, placeName } from './seed.ts'

/** F1 as the resolver's labelled texts are scored: a wrong answer costs precision and recall, so does an answer where nobody is meant. */
type Quality = { right: number; precision: number; f1: number; leftAlone: number }
export type ResolverSpeed = { organisations: number; resolver: Quality; exact: Quality; perSecond: number; exactPerSecond: number; typeAheadP99: number }
type Text = { id: string | null; text: string }

/** Seconds are the processor's. */
export async function resolverSpeed(db: Database, count: number): Promise<ResolverSpeed> {
  const { resolver } = await buildFromDatabase(db, () => {})
  const known = Array.from(resolver.parts.register.all())
  const exact = new ExactDictionary(known)
  const texts = textsOf(known, count)
  for (const { text } of texts.slice(0, 200)) resolver.resolve({ text })
  const [answers, seconds] = timed(() => texts.map(({ text }) => { const { decision, organisation } = resolver.resolve({ text }); return decision === 'matched' ? organisation?.id ?? null : null }))
  const [plain, plainSeconds] = timed(() => texts.map(({ text }) => exact.resolve(text, null)))
  return {
    organisations: known.length, resolver: qualityOf(answers, texts), exact: qualityOf(plain, texts), perSecond: texts.length / seconds, exactPerSecond: texts.length / plainSeconds,
    typeAheadP99: typeAhead(texts.slice(0, 200).map(({ text }) => text), (text) => resolver.suggest(text, { limit: 8 })),
  }
}

function qualityOf(given: (string | null)[], texts: Text[]): Quality {
  const right = given.filter((id, at) => id !== null && id === texts[at]!.id).length
  const [answers, meant] = [given.filter((id) => id !== null).length, texts.filter(({ id }) => id !== null).length]
  const alone = given.filter((id, at) => id === null && texts[at]!.id === null).length
  return { right: right / meant, precision: right / Math.max(1, answers), f1: 2 * right / (answers + meant), leftAlone: alone / (texts.length - meant) }
}

/** One in ten means nobody. Names made up letter by letter lie so close that a slip in one is often the very name of another: such a text means the other, and is left out. */
function textsOf(known: Known[], count: number): Text[] {
  const chance = chances(7)
  const registered = new Map<string, Set<string>>()
  for (const { id, names } of known) for (const { text } of names) registered.set(keyOf(text), (registered.get(keyOf(text)) ?? new Set()).add(id))
  const texts: Text[] = []
  while (texts.length < count) {
    const one = chance.of(known)
    const nobody = chance.number(10) === 0
    const name = nobody ? `${placeName(chance)} and ${placeName(chance)} Academy of Weaving` : damaged(one.names[0]!.text, chance)
    const others = registered.get(keyOf(name))
    if (nobody ? others : others && (others.size > 1 || !others.has(one.id))) continue
    texts.push({ id: nobody ? null : one.id, text: placed(name, one, chance) })
  }
  return texts
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

function damaged(name: string, chance: Chance): string {
  const how = chance.number(10)
  if (how < 3) return slip(name, chance)
  return how < 4 ? name.replace(/University/, 'Univ.').replace(/Technology/, 'Technol.').replace(/Institute/, 'Inst.') : name
}

function placed(name: string, { city, country }: Known, chance: Chance): string {
  const how = chance.number(10)
  if (how < 4) return `${name}, ${city}, ${country}`
  return how < 7 ? name : `Faculty of Law, ${name}, ${country}`
}

function slip(name: string, chance: Chance): string {
  const at = 1 + chance.number(Math.max(1, name.length - 2))
  return name.slice(0, at) + name.slice(at + 1)
}
