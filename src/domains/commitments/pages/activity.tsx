// One activity: when, where, who, what it serves, how each agreement's other sides stand to it, and the evidence.
import { useSuspenseQuery } from '@tanstack/react-query'
import { titleIn } from '#domains/agreements/model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatDays } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { ClaimMarks } from '#web/ui/standing.tsx'
import type { ActivityShown } from '../activity-model.ts'
import { activitiesApi } from '../api.ts'
import { EvidenceList } from './evidence-list.tsx'
import './commitments.css'
import { useSay } from './say.ts'
import { Withdraw } from './withdraw.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(activitiesApi.read, { params: { id: params['id']! } }))

export function Page() {
  const { text, locale } = useSay()
  const { data: of } = useSuspenseQuery(ask(activitiesApi.read, { params: { id: useParam('id') } }))
  const [first] = of.serves
  return (
    <Frame title={of.what} width="reading" above={first && <Go to={`/agreements/${first.agreementId}`}><bdi>{titleIn(first, locale)}</bdi></Go>}
      about={<><span>{text('commitments.logged-by', { side: nameIn(of.side, locale), name: of.by ?? '—' })}</span>{of.withdrawnAt && <Mark tone="quiet" shape="dash">{text('commitments.withdrawn-mark')}</Mark>}</>}>
      {of.withdrawnBecause && <p><q dir="auto">{of.withdrawnBecause}</q></p>}
      <Particulars of={of} />
      <Section title={text('commitments.serves')}><Serves of={of} /></Section>
      <Section title={text('confirmations.evidence')}><EvidenceList of={of} /></Section>
      {of.mayWithdraw && <Withdraw of={of} />}
    </Frame>
  )
}

function Particulars({ of }: { of: ActivityShown }) {
  const { text, locale } = useSay()
  const where = [of.place, of.online && text('commitments.claim.online')].filter(Boolean).join(' · ')
  return (
    <Facts of={[
      [text('commitments.claim.when'), <bdi key="when">{of.untilDay ? formatDays(of.onDay, of.untilDay, locale) : formatDay(of.onDay, 'day', locale)}</bdi>],
      [text('commitments.claim.where'), where && <bdi>{where}</bdi>],
      [text('commitments.claim.took-part'), of.numbers.length > 0 && of.numbers.map(({ organisation, inPerson, online, who, women }, place) => <div key={place}>{text('commitments.claim.numbers', { organisation: nameIn(organisation, locale), inPerson, online, who: who ?? 'none', women: women ?? -1 })}</div>)],
      [text('commitments.persons'), of.persons.length > 0 && of.persons.map(({ name }) => name).join(', ')],
    ].filter(([, value]) => Boolean(value)) as [string, string][]} />
  )
}

function Serves({ of }: { of: ActivityShown }) {
  const { what, amount, locale } = useSay()
  return (
    <ul className="evidence-list">
      {of.serves.map(({ agreementId, claim, commitments, ...served }) => (
        <li key={agreementId}>
          <span><Go to={`/agreements/${agreementId}`}><bdi>{titleIn(served, locale)}</bdi></Go>{commitments.map((one, at) => <small key={at} className="quiet"> · <bdi>{what(one.what)}</bdi> ({amount(one.unit, one.amount)})</small>)}</span>
          <span className="end"><Go to={`/confirmations/${claim.id}`}><ClaimMarks claimed={claim.state !== 'withdrawn'} standing={claim.state === 'open' ? 'claimed' : claim.state === 'withdrawn' ? 'none' : claim.state} /></Go></span>
        </li>
      ))}
    </ul>
  )
}
