// What is promised: what, how much in which time, when it is due, after what, who answers for it, and money if any.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { periods, promiseKinds, units } from '#domains/texts/promise-model.ts'
import { localeNames, locales } from '#platform/i18n/locale.ts'
import { recordKeepers, type Role } from '#platform/auth/viewer.ts'
import { Refusal } from '#web/client.ts'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import type { CommitmentShown, Promises } from '../model.ts'
import './commitments.css'
import { useSay } from './say.ts'

export type Filled = {
  kind: CommitmentShown['kind']; what: Record<string, string>; unit: CommitmentShown['unit']; target: string; per: CommitmentShown['per']; eachWay: boolean; dueOn: string; dueMonths: string
  afterId: string; amount: string; currency: string; payerId: string; offices: Record<string, { role: Role; title: string }>
}
export const empty = ({ sides }: Promises): Filled => ({
  kind: 'seminar', what: {}, unit: 'events', target: '1', per: 'year', eachWay: false, dueOn: '', dueMonths: '', afterId: '', amount: '', currency: '', payerId: '',
  offices: Object.fromEntries(sides.map(({ id }) => [id, { role: 'director' as const, title: '' }])),
})
const written = (value: number | null) => (value === null ? '' : String(value))
export const filledFrom = (one: CommitmentShown, promises: Promises): Filled => ({
  ...empty(promises), ...one, target: String(one.target), dueOn: one.dueOn ?? '', dueMonths: written(one.dueMonths), afterId: one.afterId ?? '', amount: written(one.amount), currency: one.currency ?? '',
  payerId: one.payerId ?? '', offices: { ...empty(promises).offices, ...Object.fromEntries(one.offices.map(({ organisationId, role, title }) => [organisationId, { role, title: title ?? '' }])) },
})
export const bodyOf = ({ what, target, dueOn, dueMonths, afterId, amount, currency, payerId, offices, kind, unit, per, eachWay }: Filled, clauseId: string | null = null) => ({
  clauseId, kind, unit, per, eachWay, what: Object.fromEntries(Object.entries(what).filter(([, words]) => words.trim())), target: Number(target), dueOn: dueOn || null, dueMonths: dueMonths ? Number(dueMonths) : null,
  afterId: afterId || null, amount: amount ? Number(amount) : null, currency: currency.toUpperCase() || null, payerId: payerId || null,
  offices: Object.entries(offices).map(([organisationId, { role, title }]) => ({ organisationId, role, title: title.trim() || null })),
})

type Props = { start: Filled; promises: Promises; but?: string; back: string; busy: boolean; error: unknown; onSave: (filled: Filled) => void }

export function CommitmentForm({ start, promises, but, back, busy, error, onSave }: Props) {
  const { text } = useSay()
  const [filled, fill] = useState(start)
  const set = (to: Partial<Filled>) => fill((before) => ({ ...before, ...to }))
  const wrong = error instanceof Refusal ? error.fields : {}
  const part = { filled, set, wrong, promises }
  return (
    <Form onSubmit={() => onSave(filled)} actions={<><Button look="primary" type="submit" busy={busy}>{text('commitments.save')}</Button><ButtonLink look="quiet" to={back}>{text('confirmations.cancel')}</ButtonLink></>}>
      <Section title={text('commitments.form.what')}><What {...part} /></Section>
      <Section title={text('commitments.form.measure')}><HowMuch {...part} /></Section>
      <Section title={text('commitments.form.when')}><When {...part} but={but} /></Section>
      <Section title={text('commitments.form.who')}><Who {...part} /></Section>
      <Section title={text('commitments.form.money')}><Money {...part} /></Section>
      {error ? <ErrorNote error={error} /> : null}
    </Form>
  )
}

type Part = { filled: Filled; set: (to: Partial<Filled>) => void; wrong: Record<string, string[]>; promises: Promises }

function What({ filled: { kind, what }, set, wrong }: Part) {
  const { text, locale } = useSay()
  const others = locales.filter((one) => one !== locale)
  return (
    <>
      <SelectField label={text('commitments.form.kind')} required value={kind} options={promiseKinds.map((value) => ({ value, label: text(`commitments.kinds.${value}`) }))} onChange={(to) => set({ kind: to as Filled['kind'] })} />
      {[locale, ...others].map((lang, at) => <TextField key={lang} lang={lang} required={at === 0} label={`${text('commitments.form.words')} · ${localeNames[lang]}`} maxLength={500} value={what[lang] ?? ''} onChange={(words) => set({ what: { ...what, [lang]: words } })} wrong={at === 0 ? wrong['what'] : undefined} />)}
    </>
  )
}

function HowMuch({ filled: { unit, target, per, eachWay }, set, wrong }: Part) {
  const { text } = useSay()
  return (
    <>
      <div className="two-fields">
        <TextField label={text('commitments.form.target')} type="number" required value={target} onChange={(to) => set({ target: to })} wrong={wrong['target']} />
        <SelectField label={text('commitments.form.unit')} required value={unit} options={units.map((value) => ({ value, label: text(`commitments.units.${value}`) }))} onChange={(to) => set({ unit: to as Filled['unit'] })} />
        <SelectField label={text('commitments.form.per')} required value={per} options={periods.map((value) => ({ value, label: text(`commitments.claim.per.${value}`) }))} onChange={(to) => set({ per: to as Filled['per'] })} />
      </div>
      <CheckField label={text('commitments.form.each-way')} hint={text('commitments.form.each-way-hint')} checked={eachWay} onChange={(to) => set({ eachWay: to })} />
    </>
  )
}

function When({ filled: { dueOn, dueMonths, afterId }, set, wrong, promises, but }: Part & { but: string | undefined }) {
  const { text, what } = useSay()
  return (
    <div className="two-fields">
      <DayField label={text('commitments.form.due-on')} precise value={dueOn ? { value: dueOn, precision: 'day' } : null} onChange={(day) => set({ dueOn: day?.value ?? '' })} wrong={wrong['dueOn']} />
      <TextField label={text('commitments.form.due-months')} type="number" value={dueMonths} onChange={(to) => set({ dueMonths: to })} wrong={wrong['dueMonths']} />
      <SelectField label={text('commitments.form.after')} hint={text('commitments.form.after-hint')} none="—" value={afterId} options={promises.commitments.filter(({ id }) => id !== but).map((one) => ({ value: one.id, label: what(one.what) }))} onChange={(to) => set({ afterId: to })} wrong={wrong['afterId']} />
    </div>
  )
}

function Who({ filled: { offices }, set, promises }: Part) {
  const { text, locale } = useSay()
  return promises.sides.map((side) => {
    const office = offices[side.id]!
    const put = (to: Partial<typeof office>) => set({ offices: { ...offices, [side.id]: { ...office, ...to } } })
    return (
      <div key={side.id} className="two-fields">
        <SelectField label={nameIn(side, locale)} required value={office.role} options={[...recordKeepers, 'faculty' as const, 'committee-member' as const].map((value) => ({ value, label: text(`people.roles.${value}`) }))} onChange={(role) => put({ role: role as Role })} />
        <TextField label={text('commitments.form.office-title')} value={office.title} maxLength={500} onChange={(title) => put({ title })} />
      </div>
    )
  })
}

function Money({ filled: { amount, currency, payerId }, set, wrong, promises }: Part) {
  const { text, locale } = useSay()
  return (
    <div className="two-fields">
      <TextField label={text('commitments.form.amount')} type="number" value={amount} onChange={(to) => set({ amount: to })} wrong={wrong['amount']} />
      <TextField label={text('commitments.form.currency')} hint={text('commitments.form.currency-hint')} value={currency} maxLength={3} onChange={(to) => set({ currency: to })} wrong={wrong['currency']} />
      <SelectField label={text('commitments.form.payer')} none="—" value={payerId} options={promises.sides.map((side) => ({ value: side.id, label: nameIn(side, locale) }))} onChange={(to) => set({ payerId: to })} wrong={wrong['payerId']} />
    </div>
  )
}
