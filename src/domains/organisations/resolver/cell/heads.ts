// Tells whether a stretch of text names an organisation: by the head word of one, its legal form, or an acronym.
import { wordsOf } from '../text/words.ts'

/** Organisations that sign for themselves. */
const wholes = new Set(['university', 'polytechnic', 'ministry', 'foundation', 'corporation', 'agency', 'council', 'organization', 'organisation', 'society', 'association',
  'commission', 'authority', 'bank', 'company', 'federation', 'union', 'trust', 'hochschule', 'board', 'embassy', 'consulate', 'government', 'network', 'group'])
/** May be one itself or a unit of one. */
const either = new Set(['institute', 'college', 'school', 'academy', 'hospital', 'centre', 'laboratory', 'museum', 'library', 'clinic', 'department', 'faculty', 'institution'])
const legal = /\b(?:co\.?,?\s*ltd|ltd|limited|inc|llc|gmbh|corp|pvt|plc|s\.?p\.?a|s\.a|ag|b\.v|ооо|оао)\b\.?/i

export const isAcronym = (text: string): boolean => /^\p{Lu}[\p{Lu}\p{N}&.-]{1,9}$/u.test(text.trim())

const concepts = (text: string): string[] => wordsOf(text).flatMap(word => word.concepts.length > 0 ? [...word.concepts] : [word.folded])

/** Chinese names have no spaces: their head word is at the end. */
const hanHead = /(?:大学|大學|学院|學院|医院|公司|研究所|研究院|中心|协会|基金会|委员会)/u

export const heads = (text: string): boolean => hanHead.test(text) || legal.test(text) || concepts(text).some(concept => wholes.has(concept) || either.has(concept))

export function standsAlone(text: string): boolean {
  const bare = text.trim()
  if (!/^[\p{Lu}\p{Lo}\p{N}"“'‘(]|^the\b/u.test(bare)) return false
  return isAcronym(bare) || endsInAcronym(bare) || (heads(bare) && (wordsOf(bare).length > 1 || hanHead.test(bare)))
}

/** Signs for itself: not a faculty or an institute that may belong to what follows. */
export const isWhole = (text: string): boolean =>
  isAcronym(text) || endsInAcronym(text) || hanHead.test(text) || legal.test(text) || concepts(text).some(concept => wholes.has(concept))

const endsInAcronym = (text: string): boolean => /\S\s*\(\p{L}[\p{L}\p{N}&.-]{1,14}\)\s*$/u.test(text)
