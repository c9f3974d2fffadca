// Beneath an alliance: its calls that are open or being written, for those who see them.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { Glance } from '#web/ui/parts.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useViewer } from '#web/viewer.ts'
import { callsApi } from '../api.ts'
import { saidIn } from '../rules.ts'
import { CallLines } from './call-lines.tsx'
import { CallMark, StateMark } from './marks.tsx'

const callsOf = (id: string) => ask(callsApi.list, { query: { alliance: id } })
export const load = ({ questions, params }: Arriving) => questions.prefetchQuery(callsOf(params['id']!))

export function AllianceSection({ alliance }: { alliance: AllianceFile }) {
  const [text, viewer] = [useText(), useViewer()]
  const keeps = viewer !== null && !whyNotKeep(alliance, viewer)
  const { data: calls, error, refetch } = useQuery(callsOf(alliance.id))
  if (!keeps && !calls?.length) return null
  return (
    <Section title={text('calls.title')} aside={keeps && <ButtonLink small to={`/calls/new?alliance=${alliance.id}`}>{text('calls.begin')}</ButtonLink>}>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : !calls ? <Skeleton lines={1} /> : calls.length === 0 ? <p className="quiet">{text('calls.none')}</p> : <CallLines calls={calls} />}
    </Section>
  )
}

/** Those that are open, with how far they are, and what of them is one's own to answer. */
export function AllianceGlance({ alliance }: { alliance: AllianceFile }) {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const keeps = viewer !== null && !whyNotKeep(alliance, viewer)
  const { data: calls = [] } = useQuery(callsOf(alliance.id))
  const open = calls.filter(({ openedAt, closedAt }) => openedAt && !closedAt)
  const own = open.flatMap((call) => call.mine.filter(({ state }) => state !== 'answered').map((mine) => ({ ...mine, call })))
  if (!keeps && calls.length === 0) return null
  return (
    <Glance title={text('calls.title')} to={`/alliances/${alliance.id}/work`} step={own[0] ? <ButtonLink small to={`/calls/${own[0].call.id}/answers/${own[0].organisationId}`}>{text('calls.answer')}</ButtonLink> : keeps && <ButtonLink small to={`/calls/new?alliance=${alliance.id}`}>{text('calls.begin')}</ButtonLink>}>
      {open.length === 0 && text('calls.none-open')}
      {open.slice(0, 3).map((call) => (
        <span key={call.id}><Go to={`/calls/${call.id}`}><bdi>{saidIn(call.title, locale)}</bdi></Go> {call.mayManage ? text('calls.progress', { answered: call.answered, asked: call.asked }) : call.mine[0] ? <StateMark state={call.mine[0].state} late={call.dueOn < new Date().toISOString().slice(0, 10)} /> : <CallMark call={call} />}</span>
      ))}
    </Glance>
  )
}
