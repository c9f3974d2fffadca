// Beneath an alliance: its annual reports.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { Go } from '#web/ui/link.tsx'
import { Glance } from '#web/ui/parts.tsx'
import { useText } from '#web/text.tsx'
import { useViewer } from '#web/viewer.ts'
import { annualApi } from '../api.ts'
import { AnnualOf } from './annual-of.tsx'
import { Stage } from './annual-reports.tsx'

const reportsOf = (id: string) => ask(annualApi.listAnnual, { query: { aboutId: id } })
export const load = ({ questions, params }: Arriving) => questions.prefetchQuery(reportsOf(params['id']!))

export function AllianceSection({ alliance }: { alliance: AllianceFile }) {
  const viewer = useViewer()
  return <AnnualOf kind="alliance" id={alliance.id} mayFreeze={viewer !== null && !whyNotKeep(alliance, viewer)} />
}

export function AllianceGlance({ alliance }: { alliance: AllianceFile }) {
  const [text, viewer] = [useText(), useViewer()]
  const { data: reports = [] } = useQuery(reportsOf(alliance.id))
  if (reports.length === 0 && (!viewer || whyNotKeep(alliance, viewer))) return null
  return (
    <Glance title={text('reports.annual')} to={`/alliances/${alliance.id}/work`}>
      {reports.length === 0 && text('reports.annual.none')}
      {reports.slice(0, 3).map((report) => <span key={report.id}><Go to={`/reports/${report.id}`}><bdi>{report.year}</bdi></Go> <Stage of={report} /></span>)}
    </Glance>
  )
}
