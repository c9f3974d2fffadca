// The calendar: a month as a grid or as a list, on a phone always a list; month, view and kind stay in the address.
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { addDays, endOf } from '#domains/agreements/rules.ts'
import { titleIn } from '#domains/agreements/model.ts'
import { titleOf } from '#domains/confirmations/rules.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatInstant } from '#platform/i18n/format.ts'
import { intlTag } from '#platform/i18n/message.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import type { Arriving } from '#web/site.ts'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { Day as DayShown } from '#web/ui/whole.tsx'
import { todayApi } from '../api.ts'
import { addressOf, type CalendarEvent, type EventKind, eventKinds } from '../calendar-model.ts'
import { FeedNote } from './feed-note.tsx'
import './calendar.css'

const looks = { due: ['saffron', 'half'], ends: ['garnet', 'square'], renews: ['jade', 'disc'], notice: ['lapis', 'diamond'], ceremony: ['lapis', 'disc'], meeting: ['lapis', 'half'], hearing: ['saffron', 'diamond'] } as const
const thisMonth = () => new Date().toISOString().slice(0, 7)

type Asked = { month?: string; view?: string; kind?: EventKind }
function wanted({ month: asked, kind }: Asked) {
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked ?? '') ? asked! : thisMonth()
  const from = `${month}-01`
  return { month, query: { from, until: endOf(from, 'month'), ...(kind && eventKinds.includes(kind) ? { kind } : {}) } }
}
export const load = ({ questions, search }: Arriving) => questions.prefetchQuery(ask(todayApi.calendar, { query: wanted(search as Asked).query }))

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const search = useSearch({ strict: false }) as Asked
  const { view = 'month', kind } = search
  const { month, query } = wanted(search)
  const { from } = query
  const { data, error, refetch } = useQuery(ask(todayApi.calendar, { query }))
  const to = (change: object) => `/calendar?${new URLSearchParams(Object.entries({ month, view, ...(kind ? { kind } : {}), ...change }).filter(([, value]) => value !== '') as [string, string][])}`
  return (
    <Frame title={text('today.calendar')} about={<bdi>{formatDay(from, 'month', locale)}</bdi>} width="register">
      <nav className="calendar-bar no-print" aria-label={text('today.calendar')}>
        <Go to={to({ month: addDays(from, -1).slice(0, 7) })}>{text('today.calendar.before')}</Go>
        <Go to={to({ month: addDays(query.until, 1).slice(0, 7) })}>{text('today.calendar.after')}</Go>
        <span className="wide-only">{(['month', 'list'] as const).map((each) => <Go key={each} to={to({ view: each })} aria-current={each === view ? 'true' : undefined}>{text(`today.calendar.${each}`)}</Go>)}</span>
        <span>{['', ...eventKinds].map((each) => <Go key={each} to={to({ kind: each })} aria-current={each === (kind ?? '') ? 'true' : undefined}>{text(`today.calendar.${each || 'all'}`)}</Go>)}</span>
      </nav>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton lines={8} /> : data.length === 0 ? <Empty title={text('today.calendar.empty')}>{text('today.calendar.empty-what')}</Empty>
        : <><div className={view === 'list' ? '' : 'phone-only'}><List events={data} /></div>{view !== 'list' && <Month from={from} until={query.until} events={data} />}</>}
      <FeedNote />
    </Frame>
  )
}

function List({ events }: { events: CalendarEvent[] }) {
  return <ul className="turns">{events.map((event) => <li key={event.id}><Event event={event} /><DayShown day={event.day} /><Partners of={event} /></li>)}</ul>
}

function Partners({ of: { agreement, ceremony, meeting } }: { of: CalendarEvent }) {
  const locale = useLocale()
  if (meeting) return <small className="quiet"><bdi>{formatInstant(meeting.startsAt, locale, meeting.zone)} ({meeting.zone})</bdi>{meeting.place && <> · <bdi>{meeting.place}</bdi></>}</small>
  if (ceremony) return <small className="quiet"><bdi>{[ceremony.startsAt && `${ceremony.startsAt} (${ceremony.zone})`, ceremony.place].filter(Boolean).join(' · ')}</bdi></small>
  return <small className="quiet">{agreement?.partners.map((one, at) => <span key={one.id}>{at > 0 && ' · '}<bdi>{nameIn(one, locale)}</bdi></span>)}</small>
}

function Event({ event }: { event: CalendarEvent }) {
  const { kind, what, agreement, ceremony, meeting } = event
  const [text, locale] = [useText(), useLocale()]
  const [tone, shape] = looks[kind]
  return <div className="calendar-event"><Mark tone={tone} shape={shape}>{text(meeting?.off ? 'today.calendar.off' : `today.calendar.${kind}`)}</Mark> <Go to={addressOf(event)}><bdi>{meeting ? titleOf({ title: meeting.body }, locale) : what ? titleOf({ title: what }, locale) : ceremony ? titleOf(ceremony, locale) : agreement && titleIn(agreement, locale)}</bdi></Go></div>
}

/** Weeks begin on Monday in all four languages' offices. */
function Month({ from, until, events }: { from: string; until: string; events: CalendarEvent[] }) {
  const locale = useLocale()
  const before = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7
  const days = Array.from({ length: Math.ceil((before + Number(until.slice(8))) / 7) * 7 }, (_, at) => addDays(from, at - before))
  const today = new Date().toISOString().slice(0, 10)
  const weekday = new Intl.DateTimeFormat(intlTag(locale), { weekday: 'short', timeZone: 'UTC' })
  return (
    <table className="calendar-month wide-only">
      <thead><tr>{days.slice(0, 7).map((day) => <th key={day} scope="col">{weekday.format(new Date(`${day}T00:00:00Z`))}</th>)}</tr></thead>
      <tbody>
        {days.filter((_, at) => at % 7 === 0).map((first, week) => (
          <tr key={first}>{days.slice(week * 7, week * 7 + 7).map((day) => (
            <td key={day} className={day < from || day > until ? 'quiet' : day === today ? 'today' : undefined}>
              <time dateTime={day}><bdi className="figures">{Number(day.slice(8))}</bdi></time>{events.filter((event) => event.day === day).map((event) => <Event key={event.id} event={event} />)}
            </td>
          ))}</tr>
        ))}
      </tbody>
    </table>
  )
}
