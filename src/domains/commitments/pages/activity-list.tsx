// What was done for an agreement, newest first: when, what, who took part, which promises it serves, evidence, and how it stands.
import { useInfiniteQuery } from '@tanstack/react-query'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatDays } from '#platform/i18n/format.ts'
import { askPages } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { ClaimMarks } from '#web/ui/standing.tsx'
import type { ActivityShown } from '../activity-model.ts'
import { activitiesApi } from '../api.ts'
import { useSay } from './say.ts'

export function ActivityList({ agreementId }: { agreementId: string }) {
  const { text } = useSay()
  const pages = useInfiniteQuery(askPages(activitiesApi.ofAgreement, { params: { id: agreementId }, query: { limit: 10 } }))
  if (pages.error) return <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
  if (!pages.data) return <Skeleton lines={3} />
  const rows = pages.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <p className="quiet">{text('commitments.nothing-done')}</p>
  return (
    <>
      <ol className="activities">{rows.map((row) => <ActivityLine key={row.id} of={row} agreementId={agreementId} />)}</ol>
      {pages.hasNextPage && <div className="row"><Button small busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>{text('commitments.more')}</Button></div>}
    </>
  )
}

export function ActivityLine({ of, agreementId }: { of: ActivityShown; agreementId: string }) {
  const { text, locale, what, amount } = useSay()
  const served = of.serves.find((one) => one.agreementId === agreementId)
  const evidence = of.evidence.filter(({ withdrawnAt }) => withdrawnAt === null).length
  const heads = of.numbers.reduce((sum, { inPerson, online }) => sum + inPerson + online, 0)
  return (
    <li className={of.withdrawnAt ? 'is-withdrawn' : undefined}>
      <time className="quiet" dateTime={of.onDay}><bdi>{of.untilDay ? formatDays(of.onDay, of.untilDay, locale) : formatDay(of.onDay, 'day', locale, 'short')}</bdi></time>
      <div>
        <Go to={`/activities/${of.id}`}><bdi lang={of.lang}>{of.what}</bdi></Go>
        <small className="quiet">
          <bdi>{nameIn(of.side, locale)}</bdi>
          {heads > 0 && <> · {text('commitments.heads', { count: heads })}</>}
          {evidence > 0 && <> · {text('commitments.evidence-count', { count: evidence })}</>}
          {served?.commitments.map((one, at) => <span key={at}> · <bdi>{what(one.what)}</bdi> ({amount(one.unit, one.amount)})</span>)}
        </small>
      </div>
      {served && (of.withdrawnAt ? <span className="quiet">{text('commitments.withdrawn-mark')}</span>
        : <Go to={`/confirmations/${served.claim.id}`}><ClaimMarks claimed standing={served.claim.state === 'open' ? 'claimed' : served.claim.state === 'withdrawn' ? 'none' : served.claim.state} /></Go>)}
    </li>
  )
}
