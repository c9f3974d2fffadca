// What becomes of an agreement: its term, what was promised and done beside the choice, four ways, and what would remain open.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { zoneName } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { commitmentsApi, termsApi } from '../api.ts'
import type { TermFile } from '../term-model.ts'
import { PulseLine } from './pulse-line.tsx'
import './commitments.css'
import { useSay } from './say.ts'
import { TermActs } from './term-acts.tsx'
import { TermDecided } from './term-decided.tsx'
import { TermLadder } from './term-ladder.tsx'
import { FurtherBeside } from './term-beside.tsx'

const asked = (id: string) => ask(termsApi.term, { params: { id } })
const promised = (id: string) => ask(commitmentsApi.promises, { params: { id } })
/** Asked at once, so that what stands above does not push what is being read. */
export const load = ({ questions, params }: Arriving) => Promise.all([questions.ensureQueryData(asked(params['id']!)), questions.prefetchQuery(promised(params['id']!))])

export function Page() {
  const { text, day, locale } = useSay()
  const id = useParam('id')
  const { data: term } = useSuspenseQuery(asked(id))
  const about = term.renewsOn ? text('commitments.term.renews', { on: day(term.renewsOn) }) : term.endsOn ? text('commitments.term.ends', { on: day(term.endsOn) }) : text('commitments.term.no-end')
  return (
    <Frame title={text('commitments.term.title')} above={<Go to={`/agreements/${id}`}>{text('commitments.back')}</Go>} about={<span>{about}{term.endsOn && <> <small className="quiet">{text('commitments.term.counts-in', { zone: zoneName(term.dayZone, locale) })}</small></>}</span>}>
      <Section title={text('commitments.term.review')}><Review id={id} /><FurtherBeside id={id} /><Remains of={term} /></Section>
      <Section title={text('commitments.term.acts')}><TermActs of={term} /></Section>
      <Section title={text('commitments.term.decided')}><TermDecided of={term} /></Section>
      {term.ladder.length > 0 && <Section title={text('commitments.term.ladder')}><TermLadder of={term} /></Section>}
    </Frame>
  )
}

function Review({ id }: { id: string }) {
  const { data: promises } = useQuery(promised(id))
  return promises ? <PulseLine promises={promises} /> : null
}

function Remains({ of: { remains } }: { of: TermFile }) {
  const { text, what } = useSay()
  if (remains.commitments.length === 0 && remains.claims === 0) return <p className="quiet">{text('commitments.term.remains-none')}</p>
  return (
    <div>
      <h3>{text('commitments.term.remains')}</h3>
      <ul>
        {remains.commitments.map((one) => <li key={one.id}><bdi>{what(one.what)}</bdi></li>)}
        {remains.claims > 0 && <li>{text('commitments.term.remains-claims', { count: remains.claims })}</li>}
      </ul>
    </div>
  )
}
