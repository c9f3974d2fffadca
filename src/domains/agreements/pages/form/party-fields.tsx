// The parties in the form: an organisation or a unit of one, its role, who signed for it.
import { organisationsApi } from '#domains/organisations/api.ts'
import { call } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { OrganisationPicker } from '#web/ui/fields/picker.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { partyRoles } from '../../model.ts'
import { type Change, emptyParty, type PartyFilled, pickOf } from './state.ts'

export function PartyFields({ parties, onChange, wrong }: { parties: PartyFilled[]; onChange: Change; wrong: string[] | undefined }) {
  const text = useText()
  const put = (key: string, to: Partial<PartyFilled>) => onChange({ parties: parties.map((party) => (party.key === key ? { ...party, ...to } : party)) })
  return (
    <>
      {wrong && <p className="field-wrong" role="alert">{wrong.map((key) => text(key)).join(' ')}</p>}
      {parties.map((party, at) => (
        <OneParty key={party.key} party={party} place={at + 1} onChange={(to) => put(party.key, to)}
          {...(parties.length > 1 ? { onRemove: () => onChange({ parties: parties.filter(({ key }) => key !== party.key) }) } : {})} />
      ))}
      <div className="row"><Button small onPress={() => onChange({ parties: [...parties, emptyParty()] })}>{text('agreements.form.add-party')}</Button></div>
    </>
  )
}

type OneProps = { party: PartyFilled; place: number; onChange: (to: Partial<PartyFilled>) => void; onRemove?: () => void }

function OneParty({ party, place, onChange, onRemove }: OneProps) {
  const [text, locale] = [useText(), useLocale()]
  const find = async (typed: string) => (await call(organisationsApi.suggest, { query: { text: typed } as never })).map((one) => pickOf(one, locale))
  return (
    <fieldset className="party-form">
      <legend className="unseen">{text('agreements.roles.party')} {place}</legend>
      <div className="wide"><OrganisationPicker label={text('agreements.form.organisation')} required value={party.organisation} find={find} onChange={(organisation) => onChange({ organisation })} /></div>
      <TextField label={text('agreements.unit')} value={party.unit} onChange={(unit) => onChange({ unit })} />
      <SelectField label={text('agreements.form.role')} required value={party.role} options={partyRoles.map((value) => ({ value, label: text(`agreements.roles.${value}`) }))} onChange={(role) => onChange({ role: role as PartyFilled['role'] })} />
      <TextField label={text('agreements.signatory')} value={party.signatory} onChange={(signatory) => onChange({ signatory })} />
      <TextField label={text('agreements.signatory-title')} value={party.signatoryTitle} onChange={(signatoryTitle) => onChange({ signatoryTitle })} />
      {onRemove && <div className="wide"><Button small look="quiet" onPress={onRemove}>{text('agreements.form.remove-party')}</Button></div>}
    </fieldset>
  )
}
