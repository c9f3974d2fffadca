// What one side claims and the others confirm, side by side: an outline for the claim, a filling for what is confirmed.
import { formatNumber } from '#platform/i18n/format.ts'
import { useLocale, useText } from '../text.tsx'
import { Mark } from './mark.tsx'
import './standing.css'

export type Standing = 'none' | 'claimed' | 'confirmed' | 'disputed'

/** Two marks of different shape: a square for the claim, a disc for the confirmation. */
export function ClaimMarks({ claimed, standing }: { claimed: boolean; standing: Standing }) {
  const text = useText()
  return (
    <span className="claim-marks">
      {claimed ? <Mark tone="saffron" shape="square">{text('web.marks.claimed')}</Mark> : <Mark tone="quiet" shape="dash">{text('web.marks.not-claimed')}</Mark>}
      {standing === 'disputed'
        ? <Mark tone="garnet" shape="cross">{text('web.marks.disputed')}</Mark>
        : standing === 'confirmed'
          ? <Mark tone="jade" shape="disc">{text('web.marks.confirmed')}</Mark>
          : <Mark tone="quiet" shape="ring">{text('web.marks.not-confirmed')}</Mark>}
    </span>
  )
}

const around = 2 * Math.PI * 8
const share = (part: number, whole: number) => (whole > 0 ? Math.min(1, part / whole) : 0)

/** A ring for a promise that is counted: the thin arc is claimed, the full one confirmed. */
export function StandingRing({ promised, claimed, confirmed }: { promised: number; claimed: number; confirmed: number }) {
  const [text, locale] = [useText(), useLocale()]
  const words = text('web.marks.ring', { promised, claimed, confirmed })
  return (
    <span className="standing-ring">
      <svg width="22" height="22" viewBox="0 0 22 22" role="img" aria-label={words}>
        <circle cx="11" cy="11" r="8" className="track" />
        <circle cx="11" cy="11" r="8" className="claimed" strokeDasharray={`${share(claimed, promised) * around} ${around}`} />
        <circle cx="11" cy="11" r="8" className="confirmed" strokeDasharray={`${share(confirmed, promised) * around} ${around}`} />
      </svg>
      <bdi className="figures">{formatNumber(confirmed, locale)}/{formatNumber(promised, locale)}</bdi>
    </span>
  )
}

/** Two sides against each other: what each gives, from one middle line. */
export function Balance({ start, end }: { start: { label: string; value: number }; end: { label: string; value: number } }) {
  const locale = useLocale()
  const most = Math.max(start.value, end.value, 1)
  return (
    <dl className="balance">
      {[start, end].map(({ label, value }, side) => (
        <div key={label} className={side === 0 ? 'side-start' : 'side-end'}>
          <dt>{label}</dt>
          <dd><span className="bar" style={{ inlineSize: `${(value / most) * 100}%` }} /><bdi className="figures">{formatNumber(value, locale)}</bdi></dd>
        </div>
      ))}
    </dl>
  )
}
