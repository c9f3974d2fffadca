// The choice of an alliance, as forms offer it that are about one.
import { useQuery } from '@tanstack/react-query'
import { alliancesApi } from '#domains/alliances/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { ask } from '../client.ts'
import { useLocale } from '../text.tsx'
import type { FieldProps } from '../ui/fields/field.tsx'
import { SelectField } from '../ui/fields/text-field.tsx'

export function AllianceField({ value, onChange, ...field }: FieldProps & { value: string; onChange: (id: string) => void }) {
  const locale = useLocale()
  const { data } = useQuery(ask(alliancesApi.list, { query: { limit: 200, locale } }))
  return <SelectField {...field} none="—" value={value} onChange={onChange} options={(data?.rows ?? []).map(({ id, organisation }) => ({ value: id, label: nameIn(organisation, locale) }))} />
}
