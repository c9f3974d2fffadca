// The agreements to be reviewed for a year, one's own or an alliance's, and how far each review is.
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { one, useAddress } from '#web/address.ts'
import { askPages } from '#web/client.ts'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { reviewsApi } from '../api.ts'
import { ReviewLines } from './review-lines.tsx'
import { useSay } from './say.ts'
import './reviews.css'

export function Page() {
  const { text } = useSay()
  const [address, change] = useAddress()
  const year = /^\d{4}$/.test(one(address['year'])) ? Number(one(address['year'])) : undefined
  const alliance = one(address['alliance'])
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(askPages(reviewsApi.due, { query: { ...(year ? { year } : {}), ...(alliance ? { alliance } : {}) } }))
  const [lines, of, total] = [data.pages.flatMap(({ rows }) => rows), data.pages[0]!.year, data.pages[0]!.total]
  const now = new Date().getFullYear()
  const years = [...new Set([now, now - 1, now - 2, now - 3, now - 4, of])].toSorted((a, b) => b - a)
  return (
    <Frame title={text('reviews.reviews')} about={<p className="review-about">{text('reviews.reviews.about')}</p>}>
      <div className="row"><SelectField label={text('reviews.year')} required value={String(of)} options={years.map((value) => ({ value: String(value), label: String(value) }))} onChange={(to) => change({ year: to })} /></div>
      {lines.length === 0 ? <Empty title={text('reviews.reviews.none')} action={<ButtonLink to="/agreements">{text('reviews.reviews.to-agreements')}</ButtonLink>}>{text('reviews.reviews.none.why')}</Empty> : (
        <>
          <p className="quiet">{text('reviews.reviews.count', { count: total ?? lines.length })}</p>
          <ReviewLines lines={lines} named />
          {hasNextPage && <div><Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>{text('web.more')}</Button></div>}
        </>
      )}
    </Frame>
  )
}
