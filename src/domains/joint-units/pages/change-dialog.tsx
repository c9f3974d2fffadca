// Changes a joint unit: what it is, since when, and which further agreements it carries out.
import { useState } from 'react'
import { agreementsApi } from '#domains/agreements/api.ts'
import { titleIn } from '#domains/agreements/model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { call, Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { type Pick, PickerField } from '#web/ui/fields/picker.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { jointUnitsApi } from '../api.ts'
import { type UnitFile, type UnitKind, unitKinds } from '../model.ts'

export function ChangeDialog({ unit, onClose }: { unit: UnitFile; onClose: () => void }) {
  const [text, locale] = [useText(), useLocale()]
  const [kind, setKind] = useState(unit.kind)
  const [foundedOn, setFoundedOn] = useState(unit.foundedOn)
  const [further, setFurther] = useState(unit.further.map((one) => ({ id: one.id, label: titleIn(one as Parameters<typeof titleIn>[0], locale) })))
  const deed = useDeed(jointUnitsApi.change)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const find = async (typed: string): Promise<Pick[]> => (await call(agreementsApi.list, { query: { text: typed, locale, limit: 10 } })).rows
    .filter(({ id }) => id !== unit.agreementId && !further.some((one) => one.id === id)).map(({ id, title, parties }) => ({ id, label: title, words: title, about: parties.map(({ organisation }) => nameIn(organisation, locale)).join(' · ') }))
  const send = () => deed.mutate({ params: { id: unit.id }, body: { kind, foundedOn, agreementIds: further.map(({ id }) => id), seen: unit.changedAt } }, { onSuccess: onClose })
  return (
    <Dialog open side onClose={onClose} title={text('joint-units.change')} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('web.save')}</Button>}>
      <SelectField label={text('joint-units.kind')} required value={kind} onChange={(value) => setKind(value as UnitKind)} options={unitKinds.map((value) => ({ value, label: text(`joint-units.kinds.${value}`) }))} />
      <DayField label={text('joint-units.founded-on')} required precise value={{ value: foundedOn, precision: 'day' }} onChange={(day) => day && setFoundedOn(day.value)} />
      <PickerField label={text('joint-units.carries-out')} hint={text('joint-units.carries-out.what')} value={null} find={find} onChange={(pick) => pick && setFurther([...further, { id: pick.id, label: pick.words }])} wrong={wrong['agreementIds']} />
      <ul className="unit-lines">{further.map(({ id, label }) => <li key={id}><bdi>{label}</bdi><Button small look="quiet" label={`${text('joint-units.leave-out')}: ${label}`} onPress={() => setFurther(further.filter((one) => one.id !== id))}>{text('joint-units.leave-out')}</Button></li>)}</ul>
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
