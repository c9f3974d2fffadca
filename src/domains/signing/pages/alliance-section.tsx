// Beneath an alliance's news: the ceremonies that it or a member of it hosts, as far as one may see them.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { Section } from '#web/ui/page.tsx'
import { Glance } from '#web/ui/parts.tsx'
import { ceremoniesApi } from '../api.ts'
import { Lines } from './ceremony/line.tsx'
import './signing.css'

const ceremoniesOf = (id: string) => ask(ceremoniesApi.ceremonies, { query: { alliance: id } })
export const load = ({ questions, params }: Arriving) => questions.prefetchQuery(ceremoniesOf(params['id']!))

export function AllianceSection({ alliance: { id } }: { alliance: AllianceFile }) {
  const text = useText()
  const { data: rows } = useQuery(ceremoniesOf(id))
  return rows && rows.length > 0 ? <Section title={text('signing.ceremonies')}><Lines of={rows} /></Section> : null
}

export function AllianceGlance({ alliance: { id } }: { alliance: AllianceFile }) {
  const text = useText()
  const { data: rows } = useQuery(ceremoniesOf(id))
  return rows && rows.length > 0 ? <Glance title={text('signing.ceremonies')} to={`/alliances/${id}/work`}><Lines of={rows.slice(0, 3)} /></Glance> : null
}
