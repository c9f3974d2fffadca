// Begins a plan: of which alliance or agreement, what it is called, from when until when.
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
import { plansApi } from '../api.ts'

const year = new Date().getFullYear()

export function Page() {
  const [text, locale, navigate] = [useText(), useLocale(), useNavigate()]
  const [address] = useAddress()
  const agreementId = one(address['agreement'])
  const [filled, fill] = useState({ allianceId: one(address['alliance']), title: {} as Record<string, string>, startsOn: `${year + 1}-01-01`, endsOn: `${year + 5}-12-31` })
  const set = (to: Partial<typeof filled>) => fill({ ...filled, ...to })
  const deed = useDeed(plansApi.begin)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const titles = Object.fromEntries(Object.entries(filled.title).filter(([, words]) => words.trim()))
  const body = { title: titles, startsOn: filled.startsOn, endsOn: filled.endsOn, ...(agreementId ? { agreementId } : filled.allianceId ? { allianceId: filled.allianceId } : {}) }
  return (
    <Frame title={text('plans.write.new')} above={<Go to="/plans">{text('plans.plans')}</Go>} width="reading">
      <Form onSubmit={() => deed.mutate({ body }, { onSuccess: ({ id }) => void navigate({ href: `/plans/${id}/write` }) })} actions={<Button look="primary" type="submit" busy={deed.isPending}>{text('plans.write.new')}</Button>}>
        {!agreementId && <AllianceField label={text('plans.write.whose')} required value={filled.allianceId} onChange={(allianceId) => set({ allianceId })} wrong={wrong['allianceId']} />}
        {[locale, ...locales.filter((other) => other !== locale)].map((lang, at) => (
          <TextField key={lang} lang={lang} required={at === 0} label={`${text('plans.write.title')} · ${localeNames[lang]}`} maxLength={500} value={filled.title[lang] ?? ''} onChange={(words) => set({ title: { ...filled.title, [lang]: words } })} wrong={at === 0 ? wrong['title'] : undefined} />
        ))}
        <DayField label={text('plans.write.starts')} required precise value={{ value: filled.startsOn, precision: 'day' }} onChange={(day) => day && set({ startsOn: day.value })} />
        <DayField label={text('plans.write.ends')} required precise value={{ value: filled.endsOn, precision: 'day' }} onChange={(day) => day && set({ endsOn: day.value })} wrong={wrong['endsOn']} />
        {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
      </Form>
    </Frame>
  )
}
