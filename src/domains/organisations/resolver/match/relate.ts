// What candidates say about one another: another name beside, the parent or the unit beside, a longer name that covers this one.
import type { Register } from '../index/register.ts'
import { at } from './features.ts'
import type { Found } from './search.ts'
import type { Mention } from './mention.ts'
import type { Reading } from './reading.ts'
import { wordingValues } from './wording.ts'

export const complete = (mention: Mention): boolean => mention.found + mention.slipped > 0.95 * mention.weight

export function relate(found: Found[], reading: Reading, register: Register): void {
  const byId = new Map(found.map(each => [each.known.id, each]))
  for (const each of found) wordingValues(each, reading, register)
  const whole = found.filter(each => complete(each.mention))
  const claims = claimed(whole, reading)
  const parents = new Set(whole.map(each => each.known.parentId))
  for (const each of found) {
    const { values, mention, known } = each
    const parent = known.parentId ? byId.get(known.parentId) : undefined
    values[at.parentToo] = parent && complete(parent.mention) && apart(parent.mention, mention) ? 1 : 0
    values[at.childToo] = parents.has(known.id) ? 1 : 0
    values[at.otherName] = each.others.some(other => complete(other) && apart(other, mention)) ? 1 : 0
    values[at.otherShare] = each.others.reduce((most, other) => apart(other, mention) ? Math.max(most, other.found / other.weight) : most, 0)
    const rivals = found.filter(other => other !== each && !apart(other.mention, mention))
    values[at.rivals] = rivals.length
    values[at.completeRivals] = rivals.filter(other => complete(other.mention)).length
    values[at.within] = found.some(other => other !== each && [other.mention, ...other.others].some(longer => complete(longer) && inside(mention, longer))) ? 1 : 0
    values[at.covers] = complete(mention) ? rivals.filter(other => inside(other.mention, mention)).length : 0
    const hash = register.conceptHash(mention.name)
    const twins = rivals.filter(other => register.conceptHash(other.mention.name) === hash && other.known.status === 'active')
    values[at.namesakesHere] = twins.filter(other => ground(other) >= ground(each)).length
    const alike = rivals.filter(other => other.mention.spots.length >= mention.spots.length && mention.spots.every(spot => other.mention.spots.includes(spot)))
    values[at.sameSpots] = alike.length
    values[at.fuller] = alike.reduce((most, other) => Math.max(most, (values[at.missing] as number) - (other.values[at.missing] as number)), -1)
    values[at.renownRank] = alike.filter(other => renown(other) > renown(each)).length
    values[at.betterWorded] = alike.reduce((most, other) => Math.max(most, (other.values[at.wording] as number) - (values[at.wording] as number)), -1)
    values[at.betterPlaced] = alike.reduce((most, other) => Math.max(most, ground(other) - ground(each)), -4)
    values[at.beside] = whole.reduce((most, other) => apart(other.mention, mention) ? Math.max(most, other.mention.weight) : most, 0)
    values[at.unclaimed] = unclaimed(mention, claims, reading)
    values[at.rivalHere] = rivals.some(other => complete(other.mention) && ground(other) > ground(each)) ? 1 : 0
  }
}

const ground = ({ values: v }: Found): number =>
  (v[at.countryFirm] as number) + (v[at.countrySoft] as number) + 2 * (v[at.city] as number) - 2 * ((v[at.conflictFirm] as number) + (v[at.conflictSoft] as number))

const renown = ({ known, values: v }: Found): number => (known.renown ?? 0) + known.names.length + Math.log2(1 + (v[at.children] as number))

export const apart = (a: Mention, b: Mention): boolean => !a.spots.some(spot => b.spots.includes(spot))

/** All of `a` is part of `b`, and `b` says more. */
const inside = (a: Mention, b: Mention): boolean => b.spots.length > a.spots.length && a.spots.every(spot => b.spots.includes(spot))

/** How many complete names hold each word of the text. */
function claimed(whole: readonly Found[], reading: Reading): Uint8Array {
  const claims = new Uint8Array(reading.spots.length)
  for (const { mention } of whole) for (const spot of mention.spots) claims[spot] = Math.min(255, (claims[spot] as number) + 1)
  return claims
}

/** The weight in the segment of a name that neither it nor any complete name explains, and no place. */
function unclaimed(mention: Mention, claims: Uint8Array, reading: Reading): number {
  let weight = 0
  reading.spots.forEach((spot, at) => {
    if (spot.segment === mention.segment && !spot.place && !claims[at] && !mention.spots.includes(at)) weight += spot.weight
  })
  return weight
}
