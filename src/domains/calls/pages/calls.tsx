// The calls one sees: what one's own organisation is asked, and what one asks; of an alliance where the address names one.
import { useSuspenseQuery } from '@tanstack/react-query'
import { one, useAddress } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { mayFoundAny } from '#domains/alliances/rules.ts'
import { useViewer } from '#web/viewer.ts'
import { callsApi } from '../api.ts'
import { CallLines } from './call-lines.tsx'

const asked = (alliance: string) => ask(callsApi.list, { query: alliance ? { alliance } : {} })
export const load = ({ questions, search }: Arriving) => questions.ensureQueryData(asked(one(search['alliance'])))

export function Page() {
  const [text, viewer] = [useText(), useViewer()]
  const [address] = useAddress()
  const alliance = one(address['alliance'])
  const { data: calls } = useSuspenseQuery(asked(alliance))
  const begin = viewer && mayFoundAny(viewer) && <ButtonLink to={alliance ? `/calls/new?alliance=${alliance}` : '/calls/new'}>{text('calls.begin')}</ButtonLink>
  return (
    <Frame title={text('calls.title')} about={<p>{text('calls.about')}</p>} actions={begin}>
      {calls.length === 0 ? <Empty title={text('calls.none')}>{text('calls.none-what')}</Empty> : <CallLines calls={calls} named />}
    </Frame>
  )
}
