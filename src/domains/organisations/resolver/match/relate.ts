// What candidates say about one another: another name beside, the parent or the unit beside, a longer name that covers this one.
import type { Found } from './search.ts'
import type { Mention } from './mention.ts'

const complete = (mention: Mention): boolean => mention.found + mention.slipped > 0.95 * mention.weight

export function relate(found: Found[]): void {
  const byId = new Map(found.map(each => [each.known.id, each]))
  const children = new Set(found.filter(each => each.known.parentId && complete(each.mention)).map(each => each.known.parentId))
  for (const each of found) {
    const parent = each.known.parentId ? byId.get(each.known.parentId) : undefined
    each.values.parentToo = parent && complete(parent.mention) && apart(parent.mention, each.mention) ? 1 : 0
    each.values.childToo = children.has(each.known.id) ? 1 : 0
    each.values.otherName = each.others.some(other => complete(other) && apart(other, each.mention)) ? 1 : 0
    each.values.within = found.some(other => other !== each && [other.mention, ...other.others].some(mention => complete(mention) && inside(each.mention, mention))) ? 1 : 0
  }
}

export const apart = (a: Mention, b: Mention): boolean => !a.spots.some(spot => b.spots.includes(spot))

/** All of `a` is part of `b`, and `b` says more. */
const inside = (a: Mention, b: Mention): boolean => b.spots.length > a.spots.length && a.spots.every(spot => b.spots.includes(spot))
