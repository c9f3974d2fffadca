// Writes a plan: one language at a time for all its texts, then objectives, tasks and measures. Nothing is kept until it is saved as a whole.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Locale, localeNames, locales } from '#platform/i18n/locale.ts'
import { useParam } from '#web/address.ts'
import { ask, Refusal, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote, Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { plansApi } from '../api.ts'
import { partNames, type PlanContent, type PlanFile } from '../plan-model.ts'
import { MeasureFields } from './measure-fields.tsx'
import { ObjectiveFields } from './objective-fields.tsx'
import { saidIn } from './said.ts'
import { TaskFields } from './task-fields.tsx'
import { Worded } from './worded.tsx'
import './plans.css'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(plansApi.read, { params: { id: params['id']! } }))

export function Page() {
  const { data: plan } = useSuspenseQuery(ask(plansApi.read, { params: { id: useParam('id') } }))
  const [text, locale] = [useText(), useLocale()]
  return (
    <Frame title={text('plans.write')} above={<Go to={`/plans/${plan.id}`}><bdi>{saidIn(plan.content.title, locale)}</bdi></Go>}>
      <Written key={plan.id} plan={plan} />
    </Frame>
  )
}

/** What every part of the form needs: the text, how it is changed, in which language one writes, and what was found wrong. */
export type Part = { content: PlanContent; set: (to: Partial<PlanContent>) => void; lang: Locale; wrong: Record<string, string[]>; plan: PlanFile }

function Written({ plan }: { plan: PlanFile }) {
  const [text, locale, say, navigate] = [useText(), useLocale(), useToast(), useNavigate()]
  const [content, setContent] = useState(plan.content)
  const [lang, setLang] = useState<Locale>(locale)
  const deed = useDeed(plansApi.write)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const part: Part = { content, set: (to) => setContent((before) => ({ ...before, ...to })), lang, wrong, plan }
  const save = () => deed.mutate({ params: { id: plan.id }, body: { content, seen: plan.changedAt } }, { onSuccess: () => (say(text('plans.write.saved')), void navigate({ href: `/plans/${plan.id}` })) })
  return (
    <Form onSubmit={save} actions={<><Button look="primary" type="submit" busy={deed.isPending}>{text('plans.write.save')}</Button><ButtonLink look="quiet" to={`/plans/${plan.id}`}>{text('plans.indicators.cancel')}</ButtonLink></>}>
      <SelectField label={text('plans.write.language')} hint={text('plans.write.language-about')} required value={lang} options={locales.map((value) => ({ value, label: localeNames[value] }))} onChange={(to) => setLang(to as Locale)} />
      <Worded label={text('plans.write.title')} required value={content.title} lang={lang} onChange={(title) => part.set({ title })} />
      <div className="plan-pair">
        <DayField label={text('plans.write.starts')} required precise value={{ value: content.startsOn, precision: 'day' }} onChange={(day) => day && part.set({ startsOn: day.value })} />
        <DayField label={text('plans.write.ends')} required precise value={{ value: content.endsOn, precision: 'day' }} onChange={(day) => day && part.set({ endsOn: day.value })} wrong={wrong['endsOn']} />
      </div>
      {partNames.map((name) => (
        <Section key={name} title={text(`plans.parts.${name}`)}>
          <Worded label={text(`plans.parts.${name}`)} lines={4} value={content.parts[name] ?? {}} lang={lang} onChange={(texts) => part.set({ parts: { ...content.parts, [name]: texts } })} />
          {name === 'objectives' && <><ObjectiveFields {...part} /><Wrong of={wrong['objectives']} /></>}
          {name === 'tasks' && <><TaskFields {...part} /><Wrong of={wrong['tasks']} /></>}
        </Section>
      ))}
      <Section title={text('plans.views.measures')}><MeasureFields {...part} /><Wrong of={wrong['measures']} /></Section>
      <Unfinished of={wrong} />
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Form>
  )
}

function Wrong({ of = [] }: { of: string[] | undefined }) {
  const text = useText()
  return of.map((key) => <Note key={key} tone="garnet"><p>{text(key)} {text(`${key}.next`)}</p></Note>)
}

/** What the shapes refuse names its place as `tasks.0.what`; here it is said in one sentence. */
function Unfinished({ of }: { of: Record<string, string[]> }) {
  const text = useText()
  return Object.keys(of).some((field) => field.includes('.')) ? <Note tone="garnet"><p>{text('plans.name-missing')} {text('plans.name-missing.next')}</p></Note> : null
}
