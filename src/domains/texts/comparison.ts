// Two states of a text beside each other: any two versions, or a version and the text as it stands.
import type { Rich } from '#platform/documents/rich.ts'
import type { Locale } from '#platform/kinds.ts'
import { canonical } from '#platform/audit/journal.ts'
import { piecesBetween } from './differences.ts'
import type { Comparison, Snapshot } from './negotiation-model.ts'
import type { Wordings } from './model.ts'

type Side = { number: number | null; content: Snapshot }
type Flat = { id: string; within: string | null; number: string | null; article: boolean; wordings: Wordings }

/** In the order of the newer one; what was removed stands where it stood. */
export function compare(from: Side, to: Side): Comparison {
  const languages = [...new Set([...to.content.languages, ...from.content.languages])]
  const [before, after] = [flat(from.content), flat(to.content)]
  const old = new Map(before.map((clause) => [clause.id, clause]))
  const moved = movedIn(before, after)
  return {
    from: from.number, to: to.number, languages,
    clauses: merged(before, after).map((clause) => ({ id: clause.id, article: clause.article, ...difference(old.get(clause.id), after.find(({ id }) => id === clause.id), languages, moved.has(clause.id)) })),
  }
}

function difference(before: Flat | undefined, after: Flat | undefined, languages: Locale[], isMoved: boolean): Pick<Comparison['clauses'][number], 'number' | 'formerly' | 'what' | 'moved' | 'pieces'> {
  const changed = languages.filter((lang) => canonical(before?.wordings[lang] ?? null) !== canonical(after?.wordings[lang] ?? null))
  const what = !before ? 'added' : !after ? 'removed' : changed.length > 0 ? 'changed' : isMoved ? 'moved' : 'same'
  const pieces = Object.fromEntries(changed.map((lang) => [lang, piecesBetween(before?.wordings[lang] as Rich | undefined, after?.wordings[lang])]))
  return { number: after?.number ?? before?.number ?? null, formerly: before?.number ?? null, what, moved: isMoved, pieces }
}

/** What stands elsewhere among those that are in both: all but the longest run that kept its order, and whatever changed its article. */
function movedIn(before: Flat[], after: Flat[]): Set<string> {
  const now = new Map(after.map((clause, place) => [clause.id, { place, within: clause.within }]))
  const both = before.filter(({ id }) => now.has(id))
  const stayed = longestRun(both.map(({ id }) => now.get(id)!.place))
  return new Set(both.filter(({ id, within }, at) => !stayed.has(at) || now.get(id)!.within !== within).map(({ id }) => id))
}

/** The positions of a longest increasing run (Schensted, by piles). */
function longestRun(places: number[]): Set<number> {
  const tops: number[] = []
  const before: number[] = []
  for (const [at, place] of places.entries()) {
    const pile = tops.findIndex((top) => places[top]! >= place)
    const into = pile < 0 ? tops.length : pile
    before[at] = tops[into - 1] ?? -1
    tops[into] = at
  }
  const run = new Set<number>()
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) run.add(at)
  return run
}

const flat = ({ articles }: Snapshot): Flat[] => articles.flatMap(({ id, number, title, clauses }) => [
  { id, within: null, number, article: true, wordings: title }, ...clauses.map((clause) => ({ ...clause, within: id, article: false })),
])

/** The newer one's order, with each removed clause behind what stood before it. */
function merged(before: Flat[], after: Flat[]): Flat[] {
  const order = [...after]
  for (const [place, clause] of before.entries()) {
    if (after.some(({ id }) => id === clause.id)) continue
    const behind = order.findIndex(({ id }) => id === before[place - 1]?.id)
    order.splice(behind + 1, 0, clause)
  }
  return order
}
