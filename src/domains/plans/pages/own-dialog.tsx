// Adds an indicator of an alliance's own: what is counted in four languages, its unit, and from which records.
import { useState } from 'react'
import { promiseKinds } from '#domains/texts/promise-model.ts'
import { localeNames, locales } from '#platform/i18n/locale.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { indicatorsApi } from '../api.ts'
import { indicatorTypes, indicatorUnits } from '../indicator-model.ts'

type Filled = { name: Record<string, string>; rule: string; unit: (typeof indicatorUnits)[number]; type: (typeof indicatorTypes)[number]; source: string; count: string; kind: string }

const bodyOf = ({ name, rule, unit, type, source, count, kind }: Filled, locale: string) => ({
  name: Object.fromEntries(Object.entries(name).filter(([, words]) => words.trim())), rule: rule.trim() ? { [locale]: rule } : {}, unit, type, source: source.trim() || null,
  feed: count === 'none' ? null : { from: 'activities' as const, count: count as 'activities', kinds: kind ? [kind as 'seminar'] : [] },
})

export function OwnDialog({ allianceId, onClose }: { allianceId: string; onClose: () => void }) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const [filled, fill] = useState<Filled>({ name: {}, rule: '', unit: 'persons', type: 'output', source: '', count: 'amount', kind: '' })
  const set = (to: Partial<Filled>) => fill({ ...filled, ...to })
  const deed = useDeed(indicatorsApi.add, ['/indicators'])
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const save = () => deed.mutate({ params: { id: allianceId }, body: bodyOf(filled, locale) }, { onSuccess: () => (say(text('plans.indicators.added')), onClose()) })
  const choice = (of: readonly string[], key: string) => of.map((value) => ({ value, label: text(`${key}.${value}`) }))
  return (
    <Dialog open side onClose={onClose} title={text('plans.indicators.add')} actions={<Button look="primary" busy={deed.isPending} onPress={save}>{text('plans.indicators.save')}</Button>}>
      {[locale, ...locales.filter((other) => other !== locale)].map((lang, at) => (
        <TextField key={lang} lang={lang} required={at === 0} label={`${text('plans.indicators.own.name')} · ${localeNames[lang]}`} maxLength={500} value={filled.name[lang] ?? ''} onChange={(words) => set({ name: { ...filled.name, [lang]: words } })} wrong={at === 0 ? wrong['name'] : undefined} />
      ))}
      <TextField label={text('plans.indicators.own.rule')} lines={3} value={filled.rule} onChange={(rule) => set({ rule })} />
      <SelectField label={text('plans.indicators.own.unit')} required value={filled.unit} options={choice(indicatorUnits, 'plans.units')} onChange={(unit) => set({ unit: unit as Filled['unit'] })} />
      <SelectField label={text('plans.indicators.own.type')} required value={filled.type} options={choice(indicatorTypes, 'plans.types')} onChange={(type) => set({ type: type as Filled['type'] })} />
      <SelectField label={text('plans.indicators.own.feed')} required value={filled.count} options={choice(['amount', 'activities', 'participants', 'none'], 'plans.indicators.own.feed')} onChange={(count) => set({ count })} />
      {filled.count !== 'none' && <SelectField label={text('plans.indicators.own.kind')} none={text('plans.indicators.own.kind.any')} value={filled.kind} options={choice(promiseKinds, 'commitments.kinds')} onChange={(kind) => set({ kind })} />}
      <TextField label={text('plans.indicators.own.source')} value={filled.source} maxLength={500} onChange={(source) => set({ source })} />
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
