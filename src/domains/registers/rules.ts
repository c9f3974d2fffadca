// What may happen to a run, and if not why not; what still needs a person; what a row will become when it is imported.
import { holds, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Decided, PartyChoice, PartyReading, RowReading, Run } from './model.ts'

type State = Run['state']
const startsFrom = {
  remap: ['review', 'failed'], correct: ['review'], import: ['review'], discard: ['review', 'failed', 'reading'],
} satisfies Record<string, State[]>
export type Step = keyof typeof startsFrom

/** Whoever keeps an organisation's records may bring its register in. */
export function whyNotBegin(viewer: Viewer, ownerId: Id): Reason | undefined {
  return viewer.admin || holds(viewer, ownerId, ...recordKeepers) ? undefined : 'registers.only-its-record-keepers-may'
}

export function whyNot(step: Step, run: Pick<Run, 'state' | 'rows' | 'ownerId'>, viewer: Viewer): Reason | undefined {
  const from: readonly State[] = startsFrom[step]
  if (!from.includes(run.state)) return `registers.cannot-when-${run.state}`
  if (step === 'import' && run.rows === 0) return 'registers.nothing-to-import'
  return whyNotBegin(viewer, run.ownerId)
}

/** What a party of a row becomes: what a person said, else what was matched, else the record that the same text made before, else the text as it came. */
export function choiceOf(party: PartyReading, place: number, decided: Decided): PartyChoice {
  const said = decided.parties[String(place)]
  if (said) return said
  if (party.decision === 'matched' && party.organisation) return { is: 'organisation', id: party.organisation.id }
  const before = party.candidates.find(({ evidence }) => evidence.some(({ rule }) => rule === 'provisional'))
  if (before) return { is: 'organisation', id: before.id }
  return party.decision === 'new' ? { is: 'new' } : { is: 'provisional' }
}

/** A row needs a person while one of its parties is only offered, or it has none, and nobody has said what to do. What came before and is the same stays as it is. */
export function needsPerson(reading: Pick<RowReading, 'parties' | 'change'>, decided: Decided): boolean {
  if (decided.skip || reading.change === 'same') return false
  const partners = reading.parties.filter(({ owner }) => !owner)
  return partners.length === 0 || reading.parties.some((party, place) => party.decision === 'offered' && !decided.parties[String(place)])
}

/** How surely the first organisation offered is meant: no surer than the party as a whole, which a contradiction of the row may have lowered. */
export const surenessOfOffer = ({ confidence, candidates: [first] }: Pick<PartyReading, 'confidence' | 'candidates'>): number => (first ? Math.min(confidence, first.confidence) : -1)

/** How sure a row is: as sure as its least sure partner. */
export function surenessOf({ parties }: Pick<RowReading, 'parties'>): number {
  const partners = parties.filter(({ owner }) => !owner)
  return partners.length === 0 ? 0 : Math.min(...partners.map(({ confidence, decision }) => (decision === 'new' ? 1 - confidence : confidence)))
}

/** What a party is written as but for case and spaces, and the country it is said of. */
export const writtenKey = ({ text, country }: Pick<PartyReading, 'text' | 'country'>) => `${text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()}|${country ?? ''}`

/** By which parties are «alike»: written the same, or what nobody registered and the register only spells otherwise. */
export const alikeKey = ({ text, country, evidence }: Pick<PartyReading, 'text' | 'country' | 'evidence'>) =>
  writtenKey({ text: evidence.find(({ rule }) => rule === 'same-unknown')?.against ?? text, country })

/** What kind of organisation a name sounds like, in the words of several languages; `other` when it does not say. */
export function kindOf(name: string): string {
  return kindWords.find(([, words]) => words.test(name))?.[0] ?? 'other'
}
const kindWords: [kind: string, words: RegExp][] = [
  ['company', /\b(co\.?,? ?ltd|ltd|limited|inc|gmbh|llc|corp(oration)?|company|s\.?a\.?|pvt|plc|ооо|оао|зао|пао)\b|公司|集团|کمپنی|компани|корпораци/iu],
  ['ministry', /\bminist(ry|ère|erio)\b|министерств|部$|وزارت/iu],
  ['hospital', /\b(hospital|klinik(um)?|umc)\b|больниц|клиник|医院|ہسپتال|بیمارستان/iu],
  ['vocational-college', /vocational|polytechnic|technical (college|institute)|职业|高职|колледж|техникум|ووکیشنل/iu],
  ['university', /universit|université|universidad|università|üniversite|университет|академи|大学|یونیورسٹی|دانشگاه|جامعہ|جامعة|institute of technology|理工|学院/iu],
  ['college', /\bcollege\b|کالج|学校/iu],
  ['institute', /\binstitut|институт|研究所|研究院|ادارہ|پژوهشگاه|academy of sciences/iu],
  ['network', /\b(network|alliance|association|consortium|union|federation)\b|联盟|协会|союз|ассоциаци|альянс|اتحاد|انجمن/iu],
  ['agency', /\b(agency|organi[sz]ation|commission|council|board|authority|fund|foundation|headquarters|embassy|bank)\b|агентств|фонд|委员会|基金/iu],
]
