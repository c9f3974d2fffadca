// How papers become a result. Nobody's vote weighs twice and nobody casts a second one to break a tie: a tie is voted on once more, then decided by the
// rotation of countries, and where that cannot tell, not at all. The order of the papers decides nothing.
import type { Id } from '#platform/kinds.ts'
import type { OfficeRule, Round } from './model.ts'

export type Counting = {
  round: number; rule: Pick<OfficeRule, 'majority' | 'quorum' | 'rotation'>; standing: readonly Id[]; electorate: number; papers: readonly (Id | null)[]
  /** Whether the round before ended in a tie, and the year in which each candidate's country last held the post. */
  tiedBefore: boolean; countryLast: ReadonlyMap<Id, number>
}

export function countRound({ round, rule, standing, electorate, papers, tiedBefore, countryLast }: Counting): Round {
  const valid = papers.filter((paper): paper is Id => paper !== null && standing.includes(paper))
  const counts = standing.map((candidateId) => ({ candidateId, votes: valid.filter((paper) => paper === candidateId).length })).toSorted((a, b) => b.votes - a.votes || (a.candidateId < b.candidateId ? -1 : 1))
  const [voted, blank] = [papers.length, papers.length - valid.length]
  const [num, of] = rule.quorum
  const need = Math.floor(valid.length / 2) + 1
  const said = (outcome: Round['outcome'], electedId: Id | null = null, next: Id[] = []): Round => ({ round, electorate, voted, blank, counts, need, outcome, electedId, next })
  if (voted * of < electorate * num || voted === 0) return said('no-quorum', null, [...standing])
  const [first] = counts
  const leaders = counts.filter(({ votes }) => votes === first!.votes).map(({ candidateId }) => candidateId)
  // One who stands alone is elected by more votes than papers left blank.
  if (standing.length === 1) return first!.votes > blank ? said('elected', first!.candidateId) : said('not-decided')
  if (first!.votes === 0) return said('not-decided')
  if (first!.votes >= need) return said('elected', first!.candidateId)
  if (rule.majority === 'absolute' && round === 1) {
    const runoff = runoffOf(counts)
    // All of them again would be no runoff, unless there are only two.
    return runoff.length < standing.length ? said('runoff', null, runoff) : said('again', null, runoff)
  }
  if (leaders.length === 1) return said('elected', leaders[0]!)
  if (!tiedBefore) return said('again', null, leaders)
  const waited = leaders.toSorted((a, b) => (countryLast.get(a) ?? 0) - (countryLast.get(b) ?? 0))
  const longest = waited.filter((one) => (countryLast.get(one) ?? 0) === (countryLast.get(waited[0]!) ?? 0))
  return rule.rotation === 'country' && longest.length === 1 ? said('elected-by-rotation', longest[0]!) : said('not-decided')
}

/** The two with most votes, and whoever has as many as the second. */
function runoffOf(counts: Round['counts']): Id[] {
  const second = counts[1]?.votes ?? 0
  return counts.filter(({ votes }) => votes >= second && votes > 0).map(({ candidateId }) => candidateId)
}
