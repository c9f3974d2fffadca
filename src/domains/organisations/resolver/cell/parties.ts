// Parts a cell into its parties: "A (acr), B (acr) and C"; never inside one organisation's own name.
import { heads, isAcronym, isWhole, standsAlone } from './heads.ts'
import type { Tools } from './cell.ts'

const joints = /\s+(?:and|und|et|y|и|اور|ve|with)\s+|\s+&\s+|\s*[与和]\s*|\s*[/+]\s*/giu
const most = 12

export function partiesIn(text: string, tools: Tools): string[] {
  const lines = semicolons(text)
  return lines.flatMap(line => atJoints(line, tools)).map(trimmed).filter(part => part !== '').slice(0, most)
}

/** A semicolon (or a new line) parts parties when each side has a name of its own; else it was a comma. */
function semicolons(text: string): string[] {
  const parts = text.split(';').map(part => part.trim()).filter(Boolean)
  return parts.reduce<string[]>((kept, part) => {
    const last = kept.at(-1)
    if (last !== undefined && !(standsAlone(part) && isWhole(part) && standsAlone(last))) return [...kept.slice(0, -1), `${last}, ${part}`]
    return [...kept, part]
  }, [])
}

function atJoints(text: string, tools: Tools): string[] {
  for (const joint of [...text.matchAll(joints)].toReversed().slice(0, 12)) {
    const left = text.slice(0, joint.index)
    const right = text.slice(joint.index + joint[0].length)
    if (!meet(left, right) || (!isHanJoint(joint[0]) && isOneName(text, left.length, tools))) continue
    return [...atJoints(left, tools).flatMap(atCommas), right]
  }
  return endsInAcronyms(text) ? atCommas(text) : [text]
}

/** Chinese has no spaces: where two head words meet at such a joint, two names do. */
const isHanJoint = (joint: string): boolean => /[与和]/.test(joint)

/** Both neighbours of the joint must be names themselves: the last stretch of the left, the first of the right. */
function meet(left: string, right: string): boolean {
  const near = left.split(',').slice(-2).map(part => part.trim())
  const last = near.at(-1) ?? ''
  const leftStands = standsAlone(last) || (near.length > 1 && standsAlone(near.join(', ')) && !heads(last))
  const first = right.split(',')[0] ?? ''
  return leftStands && standsAlone(first) && (isAcronym(first.trim()) || heads(first.replace(/\([^()]*\)\s*$/, '')) || endsInBracket(last))
}

function isOneName(text: string, joint: number, tools: Tools): boolean {
  const whole = tools.resolve({ text })
  const found = whole.evidence[0]
  if (!found || whole.confidence < 0.5) return false
  const at = text.indexOf(found.found)
  return at >= 0 && at < joint && at + found.found.length > joint
}

/** Commas part parties only in a list; a unit stays with its institution and a place with its name. */
function atCommas(text: string): string[] {
  const pieces = text.split(/,\s*(?![^()]*\))/)
  return pieces.reduce<string[]>((kept, piece) => {
    const last = kept.at(-1)
    if (last === undefined || !(isWhole(last) && isWhole(piece) && standsAlone(piece))) return [...kept.slice(0, -1), last === undefined ? piece : `${last}, ${piece}`]
    return [...kept, piece]
  }, [])
}

const endsInBracket = (text: string): boolean => /\)\s*$/.test(text)

const endsInAcronyms = (text: string): boolean => [...text.matchAll(/\(([^()]{2,12})\)\s*(?:,|$)/g)].filter(found => isAcronym(found[1] ?? '')).length > 1

const trimmed = (part: string): string => part.replace(/^[\s,;.&]+|[\s,;&]+$/g, '')
