// Beneath an alliance: its calls that are open or being written, for those who see them.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useViewer } from '#web/viewer.ts'
import { callsApi } from '../api.ts'
import { CallLines } from './call-lines.tsx'

export function AllianceSection({ alliance }: { alliance: AllianceFile }) {
  const [text, viewer] = [useText(), useViewer()]
  const keeps = viewer !== null && !whyNotKeep(alliance, viewer)
  const { data: calls, error, refetch } = useQuery(ask(callsApi.list, { query: { alliance: alliance.id } }))
  if (!keeps && !calls?.length) return null
  return (
    <Section title={text('calls.title')} aside={keeps && <ButtonLink small to={`/calls/new?alliance=${alliance.id}`}>{text('calls.begin')}</ButtonLink>}>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : !calls ? <Skeleton lines={1} /> : calls.length === 0 ? <p className="quiet">{text('calls.none')}</p> : <CallLines calls={calls} />}
    </Section>
  )
}
