// Some of the members of an alliance, ticked.
import { useQuery } from '@tanstack/react-query'
import { alliancesApi } from '#domains/alliances/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { CheckField } from '#web/ui/fields/text-field.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'

export function MemberChoice({ allianceId, chosen, onChange, wrong }: { allianceId: string; chosen: string[]; onChange: (to: string[]) => void; wrong: string[] | undefined }) {
  const [text, locale] = [useText(), useLocale()]
  const { data } = useQuery(ask(alliancesApi.members, { params: { id: allianceId }, query: { standing: 'member', limit: 200, locale } }))
  if (!data) return <Skeleton lines={3} />
  return (
    <fieldset className="choices call-choices">
      <legend>{text('calls.whom-some')}</legend>
      {data.rows.map(({ organisation }) => <CheckField key={organisation.id} label={nameIn(organisation, locale)} checked={chosen.includes(organisation.id)} onChange={(on) => onChange(on ? [...chosen, organisation.id] : chosen.filter((one) => one !== organisation.id))} />)}
      {wrong && <small className="field-wrong">{wrong.map((key) => text(key)).join(' ')}</small>}
    </fieldset>
  )
}
