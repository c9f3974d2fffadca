// Of an alliance: for its secretariat the way to its table; of a sub-alliance whether it lives, by the rule of the alliance above it.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Glance } from '#web/ui/parts.tsx'
import { useViewer } from '#web/viewer.ts'
import { secretariatApi } from '../api.ts'
import { LifeMark } from './life-mark.tsx'

export function AllianceGlance({ alliance, part }: { alliance: AllianceFile; part: string }) {
  const [text, viewer] = [useText(), useViewer()]
  if (part === 'governance') return alliance.parent && viewer ? <Life id={alliance.id} above={alliance.parent.id} /> : null
  if (viewer === null || whyNotKeep(alliance, viewer)) return null
  return <Glance title={text('secretariat.table')} to={`/alliances/${alliance.id}/register`}>{text('secretariat.table.about')}</Glance>
}

function Life({ id, above }: { id: string; above: string }) {
  const text = useText()
  const { data } = useQuery({ ...ask(secretariatApi.subAlliances, { params: { id: above } }), retry: false })
  const row = data?.rows.find((one) => one.id === id)
  return row ? <Glance title={text('secretariat.signs')} to={`/alliances/${above}/sub-alliances`}><LifeMark of={row} /></Glance> : null
}
