// In which of the parties' zones the agreement's days are counted. Left open, it is that of the party named first.
import { useQueries } from '@tanstack/react-query'
import { organisationsApi } from '#domains/organisations/api.ts'
import { zoneName } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import type { Change, Filled } from './state.ts'

export function ZoneField({ filled: { parties, zone }, onChange, wrong }: { filled: Filled; onChange: Change; wrong: string[] | undefined }) {
  const [text, locale] = [useText(), useLocale()]
  const known = useQueries({ queries: parties.flatMap(({ organisation }) => (organisation ? [ask(organisationsApi.read, { params: { id: organisation.id } })] : [])) })
  const zones = known.map(({ data }) => data?.timeZone ?? null)
  const options = [...new Set([...zones, zone, 'UTC'])].flatMap((one) => (one ? [{ value: one, label: zoneName(one, locale) }] : []))
  return <SelectField label={text('agreements.zone')} hint={text('agreements.zone.hint')} value={zone} none={zones[0] ? text('agreements.zone.first', { zone: zoneName(zones[0], locale) }) : '—'} options={options} onChange={(zone) => onChange({ zone })} wrong={wrong} />
}
