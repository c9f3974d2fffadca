// Records a joint unit: one that is in the register already, or a new one by its name in one's own language and others.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { countryName } from '#platform/i18n/format.ts'
import { localeNames, locales } from '#platform/i18n/locale.ts'
import type { Locale } from '#platform/kinds.ts'
import { call, Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { OrganisationPicker, type Pick } from '#web/ui/fields/picker.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { jointUnitsApi } from '../api.ts'
import { type UnitKind, unitKinds } from '../model.ts'

export function FoundDialog({ agreementId, onClose }: { agreementId: string; onClose: () => void }) {
  const [text, locale, navigate] = [useText(), useLocale(), useNavigate()]
  const [kind, setKind] = useState<UnitKind>('research-centre')
  const [foundedOn, setFoundedOn] = useState(new Date().toISOString().slice(0, 10))
  const [known, setKnown] = useState<Pick | null>(null)
  const [names, setNames] = useState<Record<string, string> | null>(null)
  const deed = useDeed(jointUnitsApi.found)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const name = Object.fromEntries(Object.entries(names ?? {}).filter(([, words]) => words.trim()))
  const send = () => deed.mutate({ body: { agreementId, kind, foundedOn, ...(names ? { name } : { organisationId: known?.id ?? null }) } }, { onSuccess: ({ id }) => void navigate({ href: `/joint-units/${id}` }) })
  return (
    <Dialog open side onClose={onClose} title={text('joint-units.found')} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('joint-units.found')}</Button>}>
      <p>{text('joint-units.found.what')}</p>
      {names ? [locale, ...locales.filter((other) => other !== locale)].map((lang, at) => (
        <TextField key={lang} lang={lang} required={at === 0} label={`${text('joint-units.name')} · ${localeNames[lang]}`} maxLength={500} value={names[lang] ?? ''} onChange={(words) => setNames({ ...names, [lang]: words })} wrong={at === 0 ? wrong['name'] : undefined} />
      )) : <OrganisationPicker label={text('joint-units.which')} hint={text('joint-units.which.what')} required value={known} onChange={setKnown} find={(typed) => findOrganisations(typed, locale)} onNew={(typed) => setNames({ [locale]: typed })} wrong={wrong['organisationId'] ?? wrong['name']} />}
      <SelectField label={text('joint-units.kind')} required value={kind} onChange={(value) => setKind(value as UnitKind)} options={unitKinds.map((value) => ({ value, label: text(`joint-units.kinds.${value}`) }))} />
      <DayField label={text('joint-units.founded-on')} required precise value={{ value: foundedOn, precision: 'day' }} onChange={(day) => day && setFoundedOn(day.value)} wrong={wrong['foundedOn']} />
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}

async function findOrganisations(typed: string, locale: Locale): Promise<Pick[]> {
  const found = await call(organisationsApi.suggest, { query: { text: typed, limit: 8 } })
  return found.map((one) => ({ id: one.id, label: nameIn(one, locale), words: nameIn(one, locale), about: [one.city, one.country && countryName(one.country, locale)].filter(Boolean).join(' · ') }))
}
