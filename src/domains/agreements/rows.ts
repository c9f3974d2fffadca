// What is filled in becomes a row: defaults, what is derived, and the words it is found by.
import { type Id, newId } from '#platform/kinds.ts'
import { locales } from '#platform/i18n/locale.ts'
import { wordsFor } from '#platform/i18n/words.ts'
import { vectorOf } from '#platform/search/words.ts'
import type { BulkDraft, End, Party, PartyDraft, Term } from './model.ts'
import { derive, problemsOf } from './rules.ts'
import type { PartyRow } from './tables.ts'
import type { NewRow } from './writing.ts'

const unknownTerm: Term & End = {
  signedOn: null, signedPrecision: null, startsOn: null, termKind: 'not-stated', termYears: null, termUntil: null, untilPrecision: null, renewalYears: null,
  noticeMonths: null, termText: null, endedOn: null, endedBecause: null,
}
const nothingElse = { titleLang: null, renewedUntil: null, titles: {}, fields: [] as string[], parentId: null, visibility: 'parties' as const, source: null, notes: null, zone: null }

export type Making = { row: NewRow; parties: PartyRow[] }

/** A new agreement from what was filled in. */
export function make(draft: BulkDraft, { by, now }: { by: Id; now: string }): Making {
  const { parties, id = newId(), example = false, draft: drafted = false, ...filled } = draft
  const written = { ...unknownTerm, ...nothingElse, ...given(filled) }
  return complete({ ...written, id, example, draft: drafted, sealedAt: null, recordedBy: by, recordedAt: now, changedAt: now, removedAt: null }, partyRows(id, parties))
}

type Written = Omit<NewRow, 'holdsFrom' | 'holdsUntil' | 'openEnded' | 'problems' | 'words'>

/** Adds what follows from the rest. */
export function complete(filled: Written, parties: PartyRow[]): Making {
  const written = { ...filled, termYears: kept(filled.termYears), renewalYears: kept(filled.renewalYears) }
  const row = { ...written, ...derive(written), problems: problemsOf(written, parties), ...foundBy(written, parties) }
  return { row, parties }
}

/** As many places as the table keeps, so that what is read back is what was written. */
const kept = (years: number | null) => years && Math.round(years * 1000) / 1000

export const partyRows = (agreementId: Id, parties: readonly PartyDraft[]): PartyRow[] =>
  parties.map((party, at) => ({ agreementId, place: at + 1, ...asParty(party) }))

export const asParty = ({ organisationId, unit, text, role, signatory, signatoryTitle }: PartyDraft): Party => ({
  organisationId, unit: unit ?? null, text: text ?? null, role: role ?? 'party', signatory: signatory ?? null, signatoryTitle: signatoryTitle ?? null,
})

/** What was left out is not the same as what was emptied. */
export const given = <T extends object>(filled: T) =>
  Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> }

/** Titles weigh most, then the units and parties as they came, then fields, then the rest. */
function foundBy({ title, titles, fields, notes, source }: Written, parties: PartyRow[]) {
  const said = parties.flatMap(({ unit, text, signatory }) => [unit, text, signatory])
  const words = vectorOf([
    ...[title, ...Object.values(titles)].map((text) => ({ text, weight: 'A' as const })),
    ...said.map((text) => ({ text, weight: 'B' as const })),
    { text: notes, weight: 'D' }, { text: source, weight: 'D' },
  ])
  return { words: [words, ...fields.map(fieldWords)].join(' ') }
}

/** A field is found by its name in every language. */
function fieldWords(code: string): string {
  const known = fieldVectors.get(code)
  if (known !== undefined) return known
  const vector = vectorOf(locales.map((locale) => ({ text: wordsFor(locale)[`agreements.fields.${code}`], weight: 'C' })))
  fieldVectors.set(code, vector)
  return vector
}
const fieldVectors = new Map<string, string>()
