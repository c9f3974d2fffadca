// Where a register comes in: whose it is, the file, and those that were brought before.
import { useQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { registersApi } from '../api.ts'
import { Bring } from './bring/bring.tsx'
import { Runs } from './bring/runs.tsx'
import './registers.css'

export const load = ({ questions }: Arriving) => questions.prefetchQuery(ask(registersApi.runs, {}))

export function Page() {
  const text = useText()
  const { data: runs, error, refetch } = useQuery(ask(registersApi.runs, {}))
  return (
    <Frame title={text('registers.bring.title')} about={<p>{text('registers.bring.what')}</p>}>
      <Bring />
      <Section title={text('registers.runs.title')}>
        {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : runs ? <Runs runs={runs} /> : <Skeleton lines={3} />}
      </Section>
    </Frame>
  )
}
