// What a candidate looks like among the others once each has a first score: the values of the second look.
import { at, type Feature } from './features.ts'
import { apart } from './relate.ts'
import type { Found } from './search.ts'

/** How many of the candidates get a second look. */
export const lookedAtTwice = 6
const among = ['score', 'rank', 'bestRival', 'bestApart', 'rivals', 'lead', 'sameSuccessor', 'aheadApart'] as const
const kept: Feature[] = ['missing', 'exactText', 'exactSegment', 'textShare', 'segments', 'textWords', 'heaviestFound', 'missingHeavy', 'countryFirm', 'countrySoft', 'countryUnsaid', 'acronymInCapitals', 'slipped',
  'extraKind', 'namesakes', 'rest', 'segmentFromEnd', 'segmentFromStart', 'renown', 'city', 'education', 'company', 'facility', 'parentToo', 'childToo', 'hasParent', 'unitBefore', 'likeText', 'afterWeight',
  'beforeWeight', 'namesakesHere', 'withdrawn', 'inactive']
export const contextFeatures: string[] = [...among, ...kept]
const none = -9

/** `found` in the order of their scores. */
export function contextOf(found: readonly Found[], place: number): Float32Array {
  const own = found[place] as Found
  let rival = none
  let beside = none
  let rivals = 0
  let same = 0
  let ahead = 0
  found.forEach((other, rank) => {
    if (other === own) return
    if (meantBy(other) === meantBy(own)) same = 1
    else if (apart(other.mention, own.mention)) {
      beside = Math.max(beside, other.score)
      if (rank < place) ahead++
    } else {
      rival = Math.max(rival, other.score)
      rivals += 1 / (1 + Math.exp(-other.score))
    }
  })
  const values = new Float32Array(contextFeatures.length)
  values.set([own.score, place, rival, beside, rivals, own.score - Math.max(rival, beside), same, ahead])
  kept.forEach((feature, index) => { values[among.length + index] = own.values[at[feature]] as number })
  return values
}

/** What was withdrawn from the register is answered by what took its place. */
export const meantBy = ({ known }: Found): string => known.status === 'withdrawn' && known.successorId ? known.successorId : known.id
