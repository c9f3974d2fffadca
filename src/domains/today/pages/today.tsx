// Today: our turn beside their turn, what sleeps beneath, what the records lack; where there is nothing yet, the way to begin.
import { useQuery } from '@tanstack/react-query'
import { type Counts, states } from '#domains/agreements/model.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { StateMark } from '#web/ui/mark.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { Figure } from '#web/ui/whole.tsx'
import { todayApi } from '../api.ts'
import type { Today } from '../model.ts'
import { Clocks } from './clocks.tsx'
import { DueTurns, Sleepers, Waits } from './living.tsx'
import { AgreementTurns, DuplicateTurns, ImportTurns } from './turns.tsx'
import './today.css'

const question = ask(todayApi.today, {})
export const load = ({ questions }: Arriving) => questions.ensureQueryData(question).catch(() => {})

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const { data, error, refetch } = useQuery({ ...question, refetchOnMount: 'always' })
  const now = new Date().toISOString().slice(0, 10)
  return (
    <Frame title={text('today.title')} about={<><time dateTime={now}>{formatDay(now, 'day', locale)}</time>{data && <Clocks places={data.places} />}</>} width="register">
      {data ? <Day day={data} /> : error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Skeleton lines={10} />}
    </Frame>
  )
}

function Day({ day }: { day: Today }) {
  const text = useText()
  const { scope, counts, yours, theirs, due, asleep, expiring, lapsed, lacking, runs, duplicates } = day
  const own = scope === 'own' ? '&mine=true' : ''
  const waiting = yours.count + theirs.count + due.count + asleep.count + expiring.length + lapsed.length + lacking.length + runs.length + duplicates.count
  if (counts.total === 0 && waiting === 0) return <Beginning />
  return (
    <>
      {waiting === 0 && <Empty title={text('today.nothing')}>{text('today.nothing-what')}</Empty>}
      {(scope === 'own' || yours.count > 0) && <div className="today-turns"><Waits whose="yours" turns={yours} />{scope === 'own' && <Waits whose="theirs" turns={theirs} />}</div>}
      <DueTurns due={due} />
      <Sleepers asleep={asleep} />
      <ImportTurns runs={runs} />
      <AgreementTurns name="expiring" rows={expiring} count={counts.states.expiring} all={`/agreements?state=expiring&sort=ends${own}`} />
      <AgreementTurns name="lapsed" rows={lapsed} count={counts.states.lapsed} all={`/agreements?state=lapsed&sort=-ends${own}`} />
      <AgreementTurns name="unclear" rows={lacking} count={counts.problems} all={`/agreements?problem=any${own}`} />
      <DuplicateTurns pairs={duplicates.rows} count={duplicates.count} />
      {counts.total > 0 && <Standing counts={counts} own={own} />}
    </>
  )
}

function Standing({ counts, own }: { counts: Counts; own: string }) {
  const text = useText()
  return (
    <Section title={text(own ? 'today.standing' : 'today.standing-all')}>
      <ul className="today-standing">
        {states.filter((state) => counts.states[state] > 0).map((state) => <li key={state}><Go to={`/agreements?state=${state}${own}`}><StateMark state={state} /> <Figure of={counts.states[state]} /></Go></li>)}
      </ul>
    </Section>
  )
}

function Beginning() {
  const text = useText()
  return (
    <Empty title={text('today.empty')} action={<><ButtonLink look="primary" to="/import">{text('today.empty.import')}</ButtonLink><ButtonLink to="/agreements/new">{text('today.empty.record')}</ButtonLink></>}>
      {text('today.empty-what')}
    </Empty>
  )
}
