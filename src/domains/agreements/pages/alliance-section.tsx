// Beneath an alliance or a sub-alliance: the agreements between its members, by how they stand, and the way to all of them.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import type { Answer } from '#platform/http/contract.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { StateMark } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import { Glance } from '#web/ui/parts.tsx'
import { Figure } from '#web/ui/whole.tsx'
import { agreementsApi } from '../api.ts'
import { states } from '../model.ts'
import './agreements.css'

const countsOf = (id: string) => ask(agreementsApi.counts, { query: { alliance: id } as never })

export const load = ({ questions, params }: Arriving) => questions.prefetchQuery(countsOf(params['id']!))

export function AllianceGlance({ alliance: { id } }: { alliance: AllianceFile }) {
  const text = useText()
  const { data: counts } = useQuery(countsOf(id))
  return <Glance title={text('agreements.of-alliance')} {...(counts?.total ? { to: `/agreements?alliance=${id}` } : {})}>{counts && <Counts alliance={id} counts={counts} />}</Glance>
}

export function AllianceSection({ alliance: { id } }: { alliance: AllianceFile }) {
  const text = useText()
  const { data: counts } = useQuery(countsOf(id))
  if (!counts) return null
  return <Section title={text('agreements.of-alliance')} aside={counts.total > 0 && <Go to={`/agreements?alliance=${id}`}>{text('agreements.of-alliance.all')}</Go>}><Counts alliance={id} counts={counts} /></Section>
}

function Counts({ alliance, counts }: { alliance: string; counts: Answer<typeof agreementsApi.counts> }) {
  const text = useText()
  if (counts.total === 0) return <p className="quiet">{text('agreements.of-alliance.none')}</p>
  return <ul className="state-counts">{states.filter((state) => counts.states[state] > 0).map((state) => <li key={state}><Go to={`/agreements?alliance=${alliance}&state=${state}`}><StateMark state={state} /> <Figure of={counts.states[state]} /></Go></li>)}</ul>
}
