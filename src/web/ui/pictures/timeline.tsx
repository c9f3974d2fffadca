// An agreement's life as a line: what has happened, today, when the term ends. Time runs from the start edge. The same stands beneath as a list.
import { dir } from '#platform/i18n/locale.ts'
import { formatDay, type DayPrecision } from '#platform/i18n/format.ts'
import { useLocale, useText } from '../../text.tsx'
import { placed, spread, type Moment } from './moments.ts'
import './timeline.css'

export type { Moment } from './moments.ts'

const width = 720
const inset = 12

const along = (at: number) => `${(inset + at * (width - 2 * inset)) / width * 100}%`
const sideAt = (at: number) => (at < 0.1 ? 'at-start' : at > 0.9 ? 'at-end' : 'at-middle')

/** `today` is a day; `ends` the last day of the term, when there is one. */
export function Timeline({ moments, today, label }: { moments: Moment[]; today: string; label: string }) {
  const [text, locale] = [useText(), useLocale()]
  const now: Moment = { day: today, words: text('web.timeline.today'), kind: 'today' }
  const all = placed([...moments, now])
  const x = (at: number) => {
    const fromStart = inset + at * (width - 2 * inset)
    return dir(locale) === 'rtl' ? width - fromStart : fromStart
  }
  const nowAt = x(all.find(({ kind }) => kind === 'today')?.at ?? 0)
  return (
    <figure className="timeline" aria-label={label}>
      <svg viewBox={`0 0 ${width} 32`} preserveAspectRatio="none" aria-hidden="true">
        <line x1={x(0)} x2={nowAt} y1="16" y2="16" className="past" />
        <line x1={nowAt} x2={x(1)} y1="16" y2="16" className="future" />
      </svg>
      <div className="timeline-signs" aria-hidden="true">
        {all.map(({ day, words, kind, at }) => <span key={`${day} ${words}`} className={`sign-${kind}`} style={{ insetInlineStart: along(at) }} />)}
      </div>
      <ol className={spread(all) ? 'spread' : undefined}>
        {all.map(({ day, words, kind, precision, at }) => (
          <li key={`${day} ${words}`} className={`is-${kind} ${sideAt(at)}`} style={{ insetInlineStart: along(at) }}>
            <time dateTime={day}><bdi>{formatDay(day, precision ?? 'day' as DayPrecision, locale)}</bdi></time> <span>{words}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
