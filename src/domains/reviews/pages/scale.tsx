// The points on a scale to a hundred, with the bounds at which the proposal changes: a bar, and the same in words.
import { formatNumber } from '#platform/i18n/format.ts'
import { rulesOf } from '../rule-model.ts'
import { useSay } from './say.ts'

export function Scale({ total, version }: { total: number | null; version: string }) {
  const { text, locale } = useSay()
  const { renewThree, renewFive } = rulesOf(version)
  return (
    <figure className="review-scale">
      <div>
        <p className="review-total">{total === null ? text('reviews.points-unknown') : <><bdi className="figures">{formatNumber(total, locale)}</bdi> <small>/ {formatNumber(100, locale)}</small></>}</p>
        <figcaption className="quiet">{text('reviews.own')}</figcaption>
      </div>
      <div>
        <div className="review-bar" role="img" aria-label={text('reviews.scale')}>
          {total !== null && <i style={{ inlineSize: `${total}%` }} />}
          {[renewThree, renewFive].map((bound) => <b key={bound} style={{ insetInlineStart: `${bound}%` }} />)}
        </div>
        <div className="review-bounds quiet" aria-hidden="true">{[0, renewThree, renewFive, 100].map((bound) => <span key={bound} style={{ insetInlineStart: `${bound}%` }}>{formatNumber(bound, locale)}</span>)}</div>
      </div>
    </figure>
  )
}

/** Steps of four: filled as the records give them; one that the sides took away is crossed, one that they added is drawn with a dash. */
export function Steps({ anchor, step }: { anchor: number | null; step: number | null }) {
  const { text } = useSay()
  if (anchor === null || step === null) return <span className="quiet">{text('reviews.not-applicable')}</span>
  const look = (at: number) => (at <= Math.min(anchor, step) ? 'is-reached' : at <= step ? 'is-added' : at <= anchor ? 'is-taken' : '')
  return <span className="review-steps" role="img" aria-label={text('reviews.steps-of', { step })}>{[1, 2, 3, 4].map((at) => <i key={at} className={look(at)} />)}</span>
}
