// A review as it is written: whole, so that what one does not touch stays as it was seen.
import { useDeed } from '#web/client.ts'
import { reviewsApi } from '../api.ts'
import type { ReviewFile } from '../model.ts'

type Written = Pick<ReviewFile, 'outcome' | 'because' | 'conditions' | 'summary' | 'hearingOn'> & { moves: Pick<ReviewFile['moves'][number], 'criterion' | 'by' | 'reason'>[] }
export const alsoChanged = ['/agreements', '/confirmations', '/today', '/reviews']

export function useWriting({ id, changedAt, moves, outcome, because, conditions, summary, hearingOn }: ReviewFile) {
  const deed = useDeed(reviewsApi.write, alsoChanged)
  const save = (to: Partial<Written>, onSuccess: () => void) =>
    deed.mutate({ params: { id }, body: { moves: moves.map(({ criterion, by, reason }) => ({ criterion, by, reason })), outcome, because, conditions, summary, hearingOn, ...to, seen: changedAt } }, { onSuccess })
  return { deed, save }
}
