// Of an alliance: how its dues stand and who hosts what. Whoever has nothing to do with them is answered 404, and sees no line.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Glance } from '#web/ui/parts.tsx'
import { useViewer } from '#web/viewer.ts'
import { duesApi } from '../api.ts'
import './dues.css'
import { Money, StateMark } from './marks.tsx'

const duesOf = (id: string) => ({ ...ask(duesApi.read, { params: { id } }), retry: false })
export const load = ({ questions, params }: Arriving) => questions.prefetchQuery(duesOf(params['id']!))

export function AllianceGlance({ alliance: { id } }: { alliance: AllianceFile }) {
  const [text, viewer] = [useText(), useViewer()]
  const { data: dues } = useQuery({ ...duesOf(id), enabled: viewer !== null })
  if (!dues) return null
  const [year] = dues.years
  return (
    <>
      <Glance title={text('dues.title')} to={`/alliances/${id}/dues`}>
        {!year && dues.mine.length === 0 && text('dues.no-years')}
        {year && <span><Go to={`/dues-years/${year.id}`}>{text('dues.of-year', { year: String(year.year) })}</Go> {text('dues.column.outstanding')} <Money of={year.totals.outstanding} currency={year.currency} /></span>}
        {dues.mine.slice(0, 3).map((line) => <span key={line.id}><Go to={`/dues-years/${line.yearId}`}>{text('dues.of-year', { year: String(line.year) })}</Go> <StateMark state={line.state} /></span>)}
      </Glance>
      <Glance title={text('dues.hosting')} to={`/alliances/${id}/hosting`}>{text('dues.hosting-what')}</Glance>
    </>
  )
}
