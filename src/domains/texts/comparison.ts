// Two states of a text beside each other: any two versions, or a version and the text as it stands.
import type { Rich } from '#platform/documents/rich.ts'
import type { Locale } from '#platform/kinds.ts'
import { canonical } from '#platform/audit/journal.ts'
import { piecesBetween } from './differences.ts'
import type { Comparison, Snapshot } from './negotiation-model.ts'
import type { Wordings } from './model.ts'

type Side = { number: number | null; content: Snapshot }
type Flat = { id: string; number: string | null; article: boolean; wordings: Wordings }

/** In the order of the newer one; what was removed stands where it stood. */
export function compare(from: Side, to: Side): Comparison {
  const languages = [...new Set([...to.content.languages, ...from.content.languages])]
  const [before, after] = [flat(from.content), flat(to.content)]
  const old = new Map(before.map((clause) => [clause.id, clause]))
  return {
    from: from.number, to: to.number, languages,
    clauses: merged(before, after).map((clause) => ({ id: clause.id, article: clause.article, ...difference(old.get(clause.id), after.find(({ id }) => id === clause.id), languages) })),
  }
}

function difference(before: Flat | undefined, after: Flat | undefined, languages: Locale[]): Pick<Comparison['clauses'][number], 'number' | 'formerly' | 'what' | 'pieces'> {
  const changed = languages.filter((lang) => canonical(before?.wordings[lang] ?? null) !== canonical(after?.wordings[lang] ?? null))
  const what = !before ? 'added' : !after ? 'removed' : changed.length > 0 ? 'changed' : 'same'
  const pieces = Object.fromEntries(changed.map((lang) => [lang, piecesBetween(before?.wordings[lang] as Rich | undefined, after?.wordings[lang])]))
  return { number: after?.number ?? before?.number ?? null, formerly: before?.number ?? null, what, pieces }
}

const flat = ({ articles }: Snapshot): Flat[] => articles.flatMap(({ id, number, title, clauses }) => [
  { id, number, article: true, wordings: title }, ...clauses.map((clause) => ({ ...clause, article: false })),
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
