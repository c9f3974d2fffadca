// The ceremonies one hosts or takes part in.
import { useSuspenseQuery } from '@tanstack/react-query'
import { recordKeepers, organisationsOf } from '#platform/auth/viewer.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { ceremoniesApi } from '../../api.ts'
import '../signing.css'
import { Lines } from './line.tsx'

export const load = ({ questions }: Arriving) => questions.ensureQueryData(ask(ceremoniesApi.ceremonies, { query: {} }))

export function Page() {
  const [text, viewer] = [useText(), useViewer()]
  const { data: rows } = useSuspenseQuery(ask(ceremoniesApi.ceremonies, { query: {} }))
  const may = viewer && (viewer.admin || organisationsOf(viewer, ...recordKeepers).length > 0)
  const prepare = may ? <ButtonLink look="primary" to="/ceremonies/new">{text('signing.ceremony.prepare')}</ButtonLink> : null
  return (
    <Frame title={text('signing.ceremonies')} actions={rows.length > 0 ? prepare : null}>
      {rows.length === 0 && <Empty title={text('signing.ceremonies.none')} action={prepare}>{text('signing.ceremonies.what')}</Empty>}
      <Lines of={rows} />
    </Frame>
  )
}
