// The annual reports of an alliance or an agreement, on its page, with the way to a new one for who keeps its records.
import { useQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'
import { annualApi } from '../api.ts'
import { AnnualLines } from './annual-reports.tsx'
import './reports.css'

export function AnnualOf({ kind, id, mayFreeze }: { kind: 'alliance' | 'agreement' | 'organisation' | 'joint-unit'; id: string; mayFreeze: boolean }) {
  const text = useText()
  const { data: reports = [] } = useQuery(ask(annualApi.listAnnual, { query: { aboutId: id } }))
  if (reports.length === 0 && !mayFreeze) return null
  return (
    <Section title={text('reports.annual')} aside={mayFreeze && <ButtonLink small to={`/reports/new?kind=${kind}&about=${id}`}>{text('reports.annual.new')}</ButtonLink>}>
      {reports.length === 0 ? <p className="quiet">{text('reports.annual.none')}</p> : <AnnualLines reports={reports} />}
    </Section>
  )
}
