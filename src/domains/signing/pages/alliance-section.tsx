// Beneath an alliance's news: the ceremonies that it or a member of it hosts, as far as one may see them.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Section } from '#web/ui/page.tsx'
import { ceremoniesApi } from '../api.ts'
import { Lines } from './ceremony/line.tsx'
import './signing.css'

export function AllianceSection({ alliance: { id } }: { alliance: AllianceFile }) {
  const text = useText()
  const { data: rows } = useQuery(ask(ceremoniesApi.ceremonies, { query: { alliance: id } }))
  return rows && rows.length > 0 ? <Section title={text('signing.ceremonies')}><Lines of={rows} /></Section> : null
}
