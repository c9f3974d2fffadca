// Today: what needs me, each with its next step; where there is nothing yet, the way to begin.
import { formatDay } from '#platform/i18n/format.ts'
import type { Counts } from '#domains/agreements/model.ts'
import { states } from '#domains/agreements/model.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { StateMark } from '#web/ui/mark.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { Figure } from '#web/ui/whole.tsx'
import { AgreementTurns, DuplicateTurns, ImportTurns } from './turns.tsx'
import { today, useTurns } from './questions.ts'
import './today.css'

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const turns = useTurns()
  const about = <><time dateTime={today()}>{formatDay(today(), 'day', locale)}</time>{turns.count > 0 && <span>{text('today.yours-count', { count: turns.count })}</span>}</>
  return (
    <Frame title={text('today.title')} about={about}>
      {turns.error ? <ErrorNote error={turns.error} onRetry={turns.again} /> : turns.waiting ? <Skeleton lines={10} /> : <Day turns={turns} />}
    </Frame>
  )
}

function Day({ turns }: { turns: ReturnType<typeof useTurns> }) {
  const text = useText()
  const { counts, expiring, lapsed, lacking, runs, duplicates, own } = turns
  if (counts?.total === 0 && turns.count === 0) return <Beginning />
  return (
    <>
      {turns.count === 0 && <Empty title={text('today.nothing')}>{text('today.nothing-what')}</Empty>}
      <ImportTurns runs={runs} />
      <AgreementTurns name="expiring" rows={expiring} count={counts?.states.expiring ?? 0} all={`/agreements?state=expiring&sort=ends${own}`} />
      <AgreementTurns name="lapsed" rows={lapsed} count={counts?.states.lapsed ?? 0} all={`/agreements?state=lapsed&sort=-ends${own}`} />
      <AgreementTurns name="unclear" rows={lacking} count={counts?.problems ?? 0} all={`/agreements?problem=any${own}`} />
      <DuplicateTurns pairs={duplicates} />
      {counts && counts.total > 0 && <Standing counts={counts} own={own} />}
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
