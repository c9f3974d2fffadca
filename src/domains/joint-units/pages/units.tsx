// All joint units that one sees.
import { useQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { jointUnitsApi } from '../api.ts'
import { UnitLines } from './unit-lines.tsx'

export function Page() {
  const text = useText()
  const { data: units, error, refetch } = useQuery(ask(jointUnitsApi.units, { query: {} }))
  return (
    <Frame title={text('joint-units.units')} about={<p>{text('joint-units.about')}</p>}>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : !units ? <Skeleton lines={6} /> : units.length === 0 ? <Empty title={text('joint-units.none')}>{text('joint-units.none-what')}</Empty> : <UnitLines units={units} />}
    </Frame>
  )
}
