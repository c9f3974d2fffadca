// Beneath an alliance or a sub-alliance: the agreements between its members, by how they stand, and the way to all of them.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { StateMark } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import { Figure } from '#web/ui/whole.tsx'
import { agreementsApi } from '../api.ts'
import { states } from '../model.ts'
import './agreements.css'

export function AllianceSection({ alliance: { id } }: { alliance: AllianceFile }) {
  const text = useText()
  const { data: counts } = useQuery(ask(agreementsApi.counts, { query: { alliance: id } as never }))
  if (!counts) return null
  return (
    <Section title={text('agreements.of-alliance')} aside={counts.total > 0 && <Go to={`/agreements?alliance=${id}`}>{text('agreements.of-alliance.all')}</Go>}>
      {counts.total === 0 ? <p className="quiet">{text('agreements.of-alliance.none')}</p> : (
        <ul className="state-counts">{states.filter((state) => counts.states[state] > 0).map((state) => <li key={state}><Go to={`/agreements?alliance=${id}&state=${state}`}><StateMark state={state} /> <Figure of={counts.states[state]} /></Go></li>)}</ul>
      )}
    </Section>
  )
}
