// A whole file read together: what one row says plainly helps another that says it in short, and what nobody registered is one
// organisation however its rows spell it.
import { initialsOf } from './index/host.ts'
import { shortIn } from './cell/short-name.ts'
import { readCountry } from './places/countries.ts'
import { clean, keyOf } from './text/fold.ts'
import { isKnownWord } from './text/concepts.ts'
import { soundOf } from './text/sounds.ts'
import { conceptsOfName, wordsOf } from './text/words.ts'
import type { Candidate, Evidence, Resolution } from './types.ts'

export type Asked = { text: string; country: string | null; resolution: Resolution }

/** An acronym that the file introduces in brackets stands for its name; one that is only made of first letters probably does. */
type Short = { organisation: Candidate; introduced: boolean }
type File = { said: Map<string, Map<string, Candidate>>; open: Set<string>; met: Map<string, Set<string>>; shorts: Map<string, Map<string, Short>>; unknown: Map<string, string> }

const introduces = /^(.{6,}?)\s*\(\s*(\p{Lu}[\p{L}&]{0,8}\p{Lu})\s*\)/u
/** What made the resolver doubt a name is no reason less because the file has the organisation elsewhere. */
const doubts = new Set(['ambiguous', 'name-goes-on', 'country-conflict', 'name-partly', 'transliterated', 'withdrawn'])
const likely = 0.6
const introducedSure = 0.96
const bothSure = 0.93
const probably = 0.75

export function jointly(asked: readonly Asked[]): Resolution[] {
  const file = read(asked)
  return asked.map(one => one.resolution.decision === 'matched' ? one.resolution : bySameText(one, file) ?? byShort(one, file) ?? byName(one, file) ?? alike(one, file) ?? one.resolution)
}

function read(asked: readonly Asked[]): File {
  const file: File = { said: new Map(), open: new Set(), met: new Map(), shorts: new Map(), unknown: new Map() }
  for (const { text, country, resolution: { decision, organisation, evidence } } of asked) {
    if (decision === 'new') {
      const spelt = unknownKey(text, country)
      if (spelt && !file.unknown.has(spelt)) file.unknown.set(spelt, text)
    }
    const key = keyOf(clean(text))
    if (country && decision !== 'matched') file.open.add(key)
    if (decision !== 'matched' || !organisation) continue
    file.met.set(organisation.id, (file.met.get(organisation.id) ?? new Set()).add(key))
    file.said.set(key, (file.said.get(key) ?? new Map<string, Candidate>()).set(organisation.id, organisation))
    const [, before = '', short] = introduces.exec(clean(text)) ?? []
    if (short && !readCountry(short) && before.endsWith(evidence[0]?.found || before)) note(file, short.toLowerCase(), organisation, true)
    for (const initials of initialsOf(organisation.name)) if (initials.length > 2) note(file, initials, organisation, false)
  }
  return file
}

function note(file: File, short: string, organisation: Candidate, introduced: boolean): void {
  const meant = file.shorts.get(short) ?? new Map<string, Short>()
  meant.set(organisation.id, { organisation, introduced: introduced || (meant.get(organisation.id)?.introduced ?? false) })
  file.shorts.set(short, meant)
}

/** The same text, in a row that leaves the country out: the one organisation that the file calls so where it says the country. */
function bySameText({ text, country, resolution }: Asked, { said, open }: File): Resolution | null {
  const key = keyOf(clean(text))
  const [only, ...others] = country || open.has(key) ? [] : [...said.get(key)?.values() ?? []]
  if (!only || others.length > 0) return null
  const evidence: Evidence[] = [{ rule: 'same-file', found: text, against: only.name }]
  const organisation = { ...only, confidence: bothSure, evidence }
  return { ...resolution, decision: 'matched', confidence: bothSure, organisation, evidence, candidates: [organisation, ...resolution.candidates.filter(({ id }) => id !== only.id)].slice(0, 5) }
}

/** "UoS (Pakistan)", "Confucius Institute at UoS", "LZU School of Management": when one organisation of the file is called so. */
function byShort({ text, country, resolution }: Asked, file: File): Resolution | null {
  const said = shortIn(clean(text))
  const meant = said && file.shorts.get(said.short.toLowerCase())
  if (!said || !meant) return null
  const stated = said.country ?? country
  const fitting = [...meant.values()].filter(({ organisation }) => !stated || !organisation.country || organisation.country === stated)
  const [only, ...others] = fitting.some(({ introduced }) => introduced) ? fitting.filter(({ introduced }) => introduced) : fitting
  if (!only || others.length > 0) return null
  const { organisation, introduced } = only
  const agrees = resolution.organisation?.id === organisation.id
  if (!agrees && resolution.confidence >= likely) return null
  const evidence: Evidence[] = [{ rule: 'same-file', found: said.short, against: organisation.name }, ...(said.unit ? [{ rule: 'unit-of', found: said.unit, against: organisation.name }] : [])]
  const confidence = introduced ? introducedSure : agrees ? bothSure : probably
  const first = { ...organisation, confidence, evidence }
  return {
    decision: introduced || agrees ? 'matched' : 'offered', confidence, organisation: first, unit: said.unit ?? resolution.unit, evidence,
    candidates: [first, ...resolution.candidates.filter(({ id }) => id !== organisation.id)].slice(0, 5),
  }
}

/** Of what is offered, the one that the file names elsewhere comes first. */
function byName({ text, resolution }: Asked, { met }: File): Resolution | null {
  const key = keyOf(clean(text))
  const elsewhere = resolution.candidates.filter(({ id, evidence }) => [...met.get(id) ?? []].some(other => other !== key) && !evidence.some(({ rule }) => rule === 'country-conflict'))
  const [only, ...others] = elsewhere
  if (!only || others.length > 0 || only.confidence < resolution.confidence / 2) return null
  const evidence: Evidence = { rule: 'same-file', found: text, against: only.name }
  const organisation = { ...only, evidence: [...only.evidence, evidence] }
  const isSure = resolution.organisation?.id === only.id && only.confidence >= probably && !resolution.evidence.some(({ rule }) => doubts.has(rule))
  return {
    ...resolution, decision: isSure ? 'matched' : 'offered', organisation, confidence: isSure ? Math.max(only.confidence, bothSure) : only.confidence, evidence: [...resolution.evidence, evidence],
    candidates: [organisation, ...resolution.candidates.filter(({ id }) => id !== only.id)],
  }
}

/** The rule by which texts of the file that nobody registered say which of them came first. */
export const sameUnknown = 'same-unknown'

function alike({ text, country, resolution }: Asked, { unknown }: File): Resolution | null {
  const first = resolution.decision === 'new' ? unknown.get(unknownKey(text, country) ?? '') : undefined
  return first === undefined || first === text ? null : { ...resolution, evidence: [...resolution.evidence, { rule: sameUnknown, found: text, against: first }] }
}

const longWord = 7

/** The same but for case, small words, legal forms, the language of its common words, and vowels or double letters in long ones. */
function unknownKey(text: string, country: string | null): string | null {
  const words = conceptsOfName(wordsOf(clean(text))).map(word => word.length >= longWord && !isKnownWord(word) ? soundOf(word) || word : word)
  return words.length < 2 ? null : `${words.join(' ')}|${country ?? ''}`
}
