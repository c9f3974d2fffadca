// Adopts rules of membership as a new version: each with its source.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { useParam } from '#web/address.ts'
import { ask, Refusal, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { admissionApi } from '../api.ts'
import type { MembershipRules, Sourced } from '../rule-model.ts'
import { InLanguages } from './in-languages.tsx'
import { said } from './pieces.tsx'
import { RequirementRows } from './requirement-rows.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(admissionApi.admission, { params: { id: params['id']! } }))

/** What is a number of days or months, and of which rule its source tells; and the days within which something is done. */
const figures = [['checkDays', 'days', 'path'], ['observerMonths', 'months', 'observer'], ['noticeMonths', 'months', 'notice'], ['confirmMonths', 'months', 'confirmation'], ['dormantMonths', 'months', 'dormancy']] as const
const periods = ['completeDays', 'councilDays', 'pledgeDays', 'appealDays', 'answerDays'] as const

export function Page() {
  const [text, locale, id, navigate] = [useText(), useLocale(), useParam('id'), useNavigate()]
  const { data: file } = useSuspenseQuery(ask(admissionApi.admission, { params: { id } }))
  const adopt = useDeed(admissionApi.adopt, ['/alliances'])
  const [rules, setRules] = useState<MembershipRules>(file.rules.rules)
  const put = (change: Partial<MembershipRules>) => setRules({ ...rules, ...change })
  const source = (key: Sourced, typed: string) => { const { [key]: _, ...others } = rules.sources; put({ sources: typed ? { ...others, [key]: typed } : others }) }
  const fields = adopt.error instanceof Refusal ? adopt.error.fields : {}
  const save = () => adopt.mutate({ params: { id }, body: { seen: file.rules.version, rules: cleaned(rules) } }, { onSuccess: () => void navigate({ href: `/alliances/${id}/admission` }) })
  return (
    <Frame title={text('memberships.rules.change')} above={<Go to={`/alliances/${id}/admission`}>{text('memberships.admission')} · {nameIn(file.alliance.organisation, locale)}</Go>} width="reading">
      <Form onSubmit={save} actions={<Button type="submit" look="primary" busy={adopt.isPending} whyNot={file.may.keep ? undefined : 'alliances.only-its-secretariat-may'}>{text('memberships.rules.adopt', { version: file.rules.version + 1 })}</Button>}>
        <CheckField label={text('memberships.rules.open')} hint={text('memberships.rules.open-hint')} checked={rules.open} onChange={(open) => put({ open })} />
        {fields['open'] && <p role="alert" className="field-wrong">{fields['open'].map((key) => text(key)).join(' ')}</p>}
        <SelectField label={text('memberships.rules.council')} hint={text('memberships.rules.council.hint')} value={rules.bodyId ?? ''} onChange={(to) => put({ bodyId: to || null })} none={text('memberships.rules.council.secretariat')} wrong={fields['bodyId']}
          options={file.bodies.map(({ id: bodyId, name, constituted }) => ({ value: bodyId, label: constituted ? said(name, locale) : text('memberships.rules.council.drafted', { body: said(name, locale) }) }))} />
        <TextField label={text('memberships.rules.source-of', { rule: text('memberships.rules.council') })} value={rules.sources.council ?? ''} onChange={(typed) => source('council', typed)} />
        {figures.map(([key, unit, from]) => (
          <div className="rule-pair" key={key}>
            <Figure of={key} unit={unit} rules={rules} onChange={put} wrong={fields[`rules.${key}`]} />
            <TextField label={text('memberships.rules.source-of', { rule: text(`memberships.rules.${from}`) })} value={rules.sources[from] ?? ''} onChange={(typed) => source(from, typed)} />
          </div>
        ))}
        <div className="figure-fields">{periods.map((key) => <Figure key={key} of={key} unit="days" rules={rules} onChange={put} wrong={fields[`rules.${key}`]} />)}</div>
        <Section title={text('memberships.rules.requirements')}><RequirementRows rows={rules.requirements} onChange={(requirements) => put({ requirements })} /></Section>
        <Section title={text('memberships.rules.pledge')}>
          <p className="quiet">{text('memberships.rules.pledge.hint')}</p>
          <InLanguages label={text('memberships.rules.pledge')} lines={5} value={rules.pledge} onChange={(pledge) => put({ pledge })} />
          <TextField label={text('memberships.rules.source-of', { rule: text('memberships.rules.pledge') })} value={rules.sources.pledge ?? ''} onChange={(typed) => source('pledge', typed)} />
        </Section>
        {adopt.error ? <ErrorNote error={adopt.error} /> : null}
      </Form>
    </Frame>
  )
}

type FigureProps = { of: (typeof figures)[number][0] | (typeof periods)[number]; unit: 'days' | 'months'; rules: MembershipRules; onChange: (change: Partial<MembershipRules>) => void; wrong: string[] | undefined }
function Figure({ of, unit, rules, onChange, wrong }: FigureProps) {
  const text = useText()
  return <TextField label={text(`memberships.rules.${of}`)} hint={text(`memberships.rules.in-${unit}`)} type="number" required value={String(rules[of])} onChange={(typed) => onChange({ [of]: Number(typed) })} wrong={wrong} />
}

/** A requirement that nobody named is none. */
const cleaned = (rules: MembershipRules): MembershipRules => ({ ...rules, requirements: rules.requirements.filter(({ what }) => Object.values(what).some((words) => words?.trim())) })
