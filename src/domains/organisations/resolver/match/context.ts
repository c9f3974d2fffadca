// What a candidate looks like among the others once each has a first score: the values of the second look.
import { at, type Feature, numbersOf } from './features.ts'
import { apart } from './relate.ts'
import type { Found } from './search.ts'

/** How many of the candidates get a second look. */
export const lookedAtTwice = 6
const among = ['score', 'rank', 'bestRival', 'bestApart', 'rivals', 'lead', 'sameSuccessor', 'aheadApart', 'family', 'familyApart'] as const
const kept: Feature[] = ['missing', 'exactText', 'exactSegment', 'textShare', 'segments', 'textWords', 'heaviestFound', 'missingHeavy', 'countryFirm', 'countrySoft', 'countryUnsaid', 'acronymInCapitals', 'web', 'slipped',
  'extraKind', 'namesakes', 'rest', 'segmentFromEnd', 'segmentFromStart', 'renown', 'city', 'education', 'company', 'facility', 'parentToo', 'childToo', 'hasParent', 'unitBefore', 'likeText', 'afterWeight',
  'beforeWeight', 'namesakesHere', 'withdrawn', 'inactive', 'wording', 'bracket', 'betterWorded', 'betterPlaced', 'unclaimed', 'heaviestRest', 'unknownRest', 'wordsMissing', 'conflictFirm', 'conflictSoft', 'ledBy', 'beside', 'fuller', 'renownRank', 'placeOnly', 'otherCity', 'hospitalBeside', 'educationBeside', 'legalForm', 'weight']
export const contextFeatures: string[] = [...among, ...kept]
const none = -9
const noContext = numbersOf(contextFeatures.length)

/** `found` in the order of their scores. */
export function contextOf(found: readonly Found[], place: number): Float32Array {
  const own = found[place] as Found
  let rival: Found | null = null
  let beside: Found | null = null
  let rivals = 0
  let same = 0
  let ahead = 0
  for (const [rank, other] of found.entries()) {
    if (other === own) continue
    if (meantBy(other) === meantBy(own)) same = 1
    else if (apart(other.mention, own.mention)) {
      if (!beside || other.score > beside.score) beside = other
      if (rank < place) ahead++
    } else {
      if (!rival || other.score > rival.score) rival = other
      rivals += 1 / (1 + Math.exp(-other.score))
    }
  }
  const [against, next] = [rival?.score ?? none, beside?.score ?? none]
  const values = noContext()
  values.set([own.score, place, against, next, rivals, own.score - Math.max(against, next), same, ahead, family(own, rival), family(own, beside)])
  kept.forEach((feature, index) => { values[among.length + index] = own.values[at[feature]] as number })
  return values
}

/** 1 when the other is the parent, -1 when it is a part. */
function family({ known }: Found, other: Found | null): number {
  if (!other) return 0
  return known.parentId === other.known.id ? 1 : other.known.parentId === known.id ? -1 : 0
}

/** What was withdrawn from the register is answered by what took its place. */
export const meantBy = ({ known }: Found): string => known.status === 'withdrawn' && known.successorId ? known.successorId : known.id
