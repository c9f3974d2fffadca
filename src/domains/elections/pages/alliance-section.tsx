// Of an alliance: its elections that run, and the way to its posts. Whoever has nothing to do with them is answered 404, and sees no line.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Glance } from '#web/ui/parts.tsx'
import { Day } from '#web/ui/whole.tsx'
import { useViewer } from '#web/viewer.ts'
import { electionsApi } from '../api.ts'
import { StageMark } from './pieces.tsx'

const over = ['installed', 'failed', 'cancelled']

const officesOf = (id: string) => ({ ...ask(electionsApi.offices, { params: { id } }), retry: false })
export const load = ({ questions, params }: Arriving) => questions.prefetchQuery(officesOf(params['id']!))

export function AllianceGlance({ alliance: { id } }: { alliance: AllianceFile }) {
  const [text, viewer] = [useText(), useViewer()]
  const { data: offices } = useQuery({ ...officesOf(id), enabled: viewer !== null })
  if (!offices) return null
  const running = offices.elections.filter(({ stage }) => !over.includes(stage))
  return (
    <Glance title={text('elections.to-offices')} to={`/alliances/${id}/elections`}>
      {running.length === 0 && text('elections.none-runs')}
      {running.map(({ id: election, post, stage, nominateUntil, voteUntil }) => (
        <span key={election}><Go to={`/elections/${election}`}>{text(`alliances.posts.${post}`)}</Go> <StageMark stage={stage} />{(stage === 'nominating' || stage === 'voting') && <> {text('elections.until')} <Day day={stage === 'nominating' ? nominateUntil : voteUntil} short /></>}</span>
      ))}
    </Glance>
  )
}
