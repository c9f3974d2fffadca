// Evidence packs: what one asks for, how far it is, and what was made.
import { useQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { reportsApi } from '../api.ts'
import { NewPack } from './new-pack.tsx'
import { PackLine } from './pack-line.tsx'
import './reports.css'

export const load = ({ questions }: Arriving) => questions.prefetchQuery(ask(reportsApi.packs, {}))

export function Page() {
  const text = useText()
  const { data: packs, error, refetch } = useQuery(ask(reportsApi.packs, {}))
  return (
    <Frame title={text('reports.packs')} about={<p>{text('reports.packs.about')}</p>}>
      <Section title={text('reports.packs.new')}><NewPack /></Section>
      <Section title={text('reports.packs.made')}>
        {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : !packs ? <Skeleton lines={3} />
          : packs.length === 0 ? <p className="quiet">{text('reports.packs.none')}</p>
            : <ul className="packs">{packs.map((pack) => <PackLine key={pack.id} pack={pack} onDone={() => void refetch()} />)}</ul>}
      </Section>
    </Frame>
  )
}
