// Begins a call: of which alliance, what it is called, by when.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { localeNames, locales } from '#platform/i18n/locale.ts'
import { one, useAddress } from '#web/address.ts'
import { AllianceField } from '#web/alliances/alliance-field.tsx'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { callsApi } from '../api.ts'

const inWeeks = (weeks: number) => new Date(Date.now() + weeks * 604_800_000).toISOString().slice(0, 10)

export function Page() {
  const [text, locale, navigate] = [useText(), useLocale(), useNavigate()]
  const [address] = useAddress()
  const [filled, fill] = useState({ allianceId: one(address['alliance']), title: {} as Record<string, string>, dueOn: inWeeks(6) })
  const set = (to: Partial<typeof filled>) => fill({ ...filled, ...to })
  const deed = useDeed(callsApi.begin)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const title = Object.fromEntries(Object.entries(filled.title).filter(([, words]) => words.trim()))
  const begin = () => deed.mutate({ body: { allianceId: filled.allianceId, title, dueOn: filled.dueOn } }, { onSuccess: ({ id }) => void navigate({ href: `/calls/${id}/write` }) })
  return (
    <Frame title={text('calls.begin')} above={<Go to="/calls">{text('calls.title')}</Go>} width="reading">
      <Form onSubmit={begin} actions={<Button look="primary" type="submit" busy={deed.isPending}>{text('calls.begin')}</Button>}>
        {!one(address['alliance']) && <AllianceField label={text('calls.whose')} required value={filled.allianceId} onChange={(allianceId) => set({ allianceId })} wrong={wrong['allianceId']} />}
        {[locale, ...locales.filter((other) => other !== locale)].map((lang, at) => (
          <TextField key={lang} lang={lang} required={at === 0} label={`${text('calls.name')} · ${localeNames[lang]}`} maxLength={500} value={filled.title[lang] ?? ''} onChange={(words) => set({ title: { ...filled.title, [lang]: words } })} wrong={at === 0 ? wrong['title'] : undefined} />
        ))}
        <DayField label={text('calls.due')} required precise value={{ value: filled.dueOn, precision: 'day' }} onChange={(day) => day && set({ dueOn: day.value })} wrong={wrong['dueOn']} />
        {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
      </Form>
    </Frame>
  )
}
