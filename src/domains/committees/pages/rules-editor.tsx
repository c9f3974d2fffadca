// The rules of a body, parameter by parameter: freely while it is set up; once it sits by a decision of its own, named here. Every version stays.
import { useState } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { formatInstant } from '#platform/i18n/format.ts'
import { localeNames, locales } from '#platform/i18n/locale.ts'
import type { Locale } from '#platform/kinds.ts'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { bodiesApi } from '../api.ts'
import { DecisionClass, type Matter, matters, type RuleSet } from '../rule-model.ts'
import './committees.css'
import { inLocale } from './pieces.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(bodiesApi.body, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale, id, navigate] = [useText(), useLocale(), useParam('id'), useNavigate()]
  const { data: body } = useSuspenseQuery(ask(bodiesApi.body, { params: { id } }))
  const [rules, setRules] = useState(body.rules.rules)
  const [decisionId, setDecision] = useState('')
  const adopt = useDeed(bodiesApi.adoptRules)
  const set = (change: Partial<RuleSet>) => setRules((before) => ({ ...before, ...change }))
  const used = new Set(body.versions.map((one) => one.decisionId))
  const decisions = body.decisions.filter((one) => ['rules', 'charter'].includes(one.matter) && !used.has(one.id))
  const sits = body.constitutedAt !== null
  const submit = () => adopt.mutate({ params: { id }, body: { rules, decisionId: decisionId || null } }, { onSuccess: () => void navigate({ href: `/bodies/${id}` }) })
  return (
    <Frame title={text('committees.rules')} above={<Go to={`/bodies/${id}`}>{inLocale(body.name, locale)}</Go>} width="reading">
      <ol className="plain-list">{body.versions.map(({ version, fromAt, decisionId: by }) => <li key={version}>{text('committees.version', { version })} · {formatInstant(fromAt, locale)}{by && <> · {text('committees.decision-number', { number: body.decisions.find((one) => one.id === by)?.number ?? 0 })}</>}</li>)}</ol>
      <Form onSubmit={submit} actions={body.may.compose && (!sits || decisions.length > 0) && <Button type="submit" look="primary" busy={adopt.isPending}>{text('committees.rules.adopt')}</Button>}>
        {sits && (decisions.length > 0
          ? <SelectField label={text('committees.rules.decision')} hint={text('committees.rules.decision.why')} required value={decisionId} onChange={setDecision} none="–" options={decisions.map((one) => ({ value: one.id, label: `${text('committees.decision-number', { number: one.number })}: ${inLocale(one.text, locale).slice(0, 80)}` }))} />
          : <p className="note saffron">{text('committees.rules-by-decision')} {text('committees.rules-by-decision.next')}</p>)}
        <Composing rules={rules} set={set} />
        <Deciding rules={rules} set={set} />
        <Timing rules={rules} set={set} />
        <Writing rules={rules} set={set} />
        {adopt.error && <ErrorNote error={adopt.error} />}
      </Form>
    </Frame>
  )
}

type Part = { rules: RuleSet; set: (change: Partial<RuleSet>) => void }
function Whole({ label, value, onChange, least = 0 }: { label: string; value: number; onChange: (value: number) => void; least?: number }) {
  return <TextField label={label} type="number" required value={String(value)} onChange={(typed) => onChange(Math.max(least, Math.trunc(Number(typed)) || 0))} />
}

function Composing({ rules, set }: Part) {
  const text = useText()
  return (
    <Section title={text('committees.composition')}>
      <CheckField label={text('committees.rules.equal')} checked={rules.equalSides} onChange={(equalSides) => set({ equalSides })} />
      <CheckField label={text('committees.rule.alternates')} checked={rules.alternates} onChange={(alternates) => set({ alternates })} />
      <SelectField label={text('committees.rules.chairs')} required value={rules.chairs} onChange={(chairs) => set({ chairs: chairs as RuleSet['chairs'] })} options={(['each-side', 'chair-and-vice', 'one', 'none'] as const).map((value) => ({ value, label: text(`committees.rules.chairs.${value}`) }))} />
      <SelectField label={text('committees.rules.preside')} required value={rules.preside} onChange={(preside) => set({ preside: preside as RuleSet['preside'] })} options={(['host', 'rotation', 'chair'] as const).map((value) => ({ value, label: text(`committees.rules.preside.${value}`) }))} />
      <div className="rule-classes"><Whole label={text('committees.rules.term-years')} least={1} value={rules.term.years} onChange={(years) => set({ term: { ...rules.term, years } })} /><Whole label={text('committees.rules.term-limit')} least={1} value={rules.term.limit} onChange={(limit) => set({ term: { ...rules.term, limit } })} /></div>
    </Section>
  )
}

function Deciding({ rules, set }: Part) {
  const text = useText()
  const { quorum } = rules
  const share = (place: 0 | 1) => (value: number) => set({ quorum: { ...quorum, total: place === 0 ? [value, quorum.total[1]] : [quorum.total[0], Math.max(1, value)] } })
  return (
    <Section title={text('committees.rule.quorum')}>
      <div className="rule-classes"><Whole label={text('committees.rules.per-side')} value={quorum.perSide} onChange={(perSide) => set({ quorum: { ...quorum, perSide } })} /><Whole label={text('committees.rules.share-of')} value={quorum.total[0]} onChange={share(0)} /><Whole label={text('committees.rules.share-from')} least={1} value={quorum.total[1]} onChange={share(1)} /></div>
      <SelectField label={text('committees.rule.vote')} required value={rules.voteUnit} onChange={(voteUnit) => set({ voteUnit: voteUnit as RuleSet['voteUnit'] })} options={(['seat', 'side'] as const).map((value) => ({ value, label: text(`committees.rule.vote.${value}`) }))} />
      <CheckField label={text('committees.rules.consensus-first')} checked={rules.consensusFirst} onChange={(consensusFirst) => set({ consensusFirst })} />
      <div className="rule-classes">{matters.map((matter) => <SelectField key={matter} label={text(`committees.matters.${matter}`)} required value={rules.classes[matter]} onChange={(by) => set({ classes: { ...rules.classes, [matter]: DecisionClass.parse(by) } as RuleSet['classes'] })} options={DecisionClass.options.map((value) => ({ value, label: text(`committees.classes.${value}`) }))} />)}</div>
      <Whole label={text('committees.rules.escalation')} value={rules.escalationDays} onChange={(escalationDays) => set({ escalationDays })} />
    </Section>
  )
}

function Timing({ rules, set }: Part) {
  const text = useText()
  const { minutes, special } = rules
  return (
    <Section title={text('committees.rules.days')}>
      <div className="rule-classes">
        <Whole label={text('committees.rules.every-months')} least={1} value={rules.everyMonths} onChange={(everyMonths) => set({ everyMonths })} />
        <Whole label={text('committees.rules.amber-months')} least={1} value={rules.amberMonths} onChange={(amberMonths) => set({ amberMonths })} />
        <Whole label={text('committees.rules.special-days')} value={special.withinDays} onChange={(withinDays) => set({ special: { ...special, withinDays } })} />
        <Whole label={text('committees.rules.agreed-days')} value={rules.agreedDays} onChange={(agreedDays) => set({ agreedDays })} />
        <Whole label={text('committees.rules.notice-days')} value={rules.noticeDays} onChange={(noticeDays) => set({ noticeDays })} />
        <Whole label={text('committees.rules.delegation-days')} value={rules.delegationDays} onChange={(delegationDays) => set({ delegationDays })} />
        <Whole label={text('committees.rules.draft-days')} value={minutes.draftDays} onChange={(draftDays) => set({ minutes: { ...minutes, draftDays } })} />
        <Whole label={text('committees.rules.comment-days')} value={minutes.commentDays} onChange={(commentDays) => set({ minutes: { ...minutes, commentDays } })} />
        <Whole label={text('committees.rules.sign-days')} value={minutes.signDays} onChange={(signDays) => set({ minutes: { ...minutes, signDays } })} />
      </div>
      <fieldset className="choices"><legend>{text('committees.rules.languages')}</legend>{locales.map((each) => <CheckField key={each} label={localeNames[each]} checked={rules.languages.includes(each)} onChange={(on) => set({ languages: on ? [...rules.languages, each] : rules.languages.filter((one) => one !== each) })} />)}</fieldset>
      <SelectField label={text('committees.rules.prevailing')} value={rules.prevailing ?? ''} none={text('committees.rules.prevailing.none')} onChange={(to) => set({ prevailing: (to || null) as Locale | null })} options={locales.map((value) => ({ value, label: localeNames[value] }))} />
    </Section>
  )
}

function Writing({ rules: { written }, set }: Part) {
  const text = useText()
  const put = (change: Partial<RuleSet['written']>) => set({ written: { ...written, ...change } })
  const toggle = (matter: Matter, on: boolean) => put({ excluded: on ? [...written.excluded, matter] : written.excluded.filter((one) => one !== matter) })
  return (
    <Section title={text('committees.rule.written')}>
      <CheckField label={text('committees.rules.written-allowed')} checked={written.allowed} onChange={(allowed) => put({ allowed })} />
      <div className="rule-classes"><Whole label={text('committees.rules.written-days')} value={written.days} onChange={(days) => put({ days })} /><Whole label={text('committees.rules.veto-days')} value={written.vetoDays} onChange={(vetoDays) => put({ vetoDays })} /></div>
      <CheckField label={text('committees.rules.silence')} checked={written.silence === 'consent'} onChange={(on) => put({ silence: on ? 'consent' : 'not-consent' })} />
      <fieldset className="choices"><legend>{text('committees.rules.never-written')}</legend>{matters.map((matter) => <CheckField key={matter} label={text(`committees.matters.${matter}`)} checked={written.excluded.includes(matter)} onChange={(on) => toggle(matter, on)} />)}</fieldset>
    </Section>
  )
}
