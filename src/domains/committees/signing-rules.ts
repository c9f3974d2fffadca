// Who signs minutes for a side: its chair or vice-chair; where no such office is held, whoever speaks for it. Without sides, who presided.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { MinutesPaper } from './meeting-model.ts'
import { arranges, type Judged, speaksFor } from './rules.ts'

const chairing = new Set(['chair', 'vice-chair'])
/** The sides for which this viewer signs. */
export function signsFor(judged: Judged, viewer: Viewer): (Id | null)[] {
  const chairs = judged.seats.filter(({ endedAt, office, memberId }) => endedAt === null && memberId !== null && office !== null && chairing.has(office))
  if (judged.sides.length === 0) return (chairs.length > 0 ? chairs.some(({ memberId }) => memberId === viewer.id) : arranges(judged, viewer)) ? [null] : []
  return judged.sides.filter(({ id }) => {
    const own = chairs.filter(({ sideId }) => sideId === id)
    return own.length > 0 ? own.some(({ memberId }) => memberId === viewer.id) : speaksFor(judged, viewer).includes(id)
  }).map(({ id }) => id)
}

type Signed = readonly { sideId: Id | null }[]
export function whyNotSign({ judged, paper, signed }: { judged: Judged; paper: Pick<MinutesPaper, 'headSha256' | 'signedAt'>; signed: Signed }, sideId: Id | null, seen: string, viewer: Viewer): Reason | undefined {
  if (!signsFor(judged, viewer).includes(sideId)) return 'committees.only-its-chair'
  if (paper.signedAt !== null || signed.some((one) => one.sideId === sideId)) return 'committees.signed-already'
  return seen === paper.headSha256 ? undefined : 'committees.paper-changed'
}
