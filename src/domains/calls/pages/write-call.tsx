// Writes a call: what it is called, what it says, its questions, whom it asks, by when. Once it is open only the words and the day can change.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Locale, localeNames, locales } from '#platform/i18n/locale.ts'
import { useParam } from '#web/address.ts'
import { ask, Refusal, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { ChoiceField, SelectField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote, Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { callsApi } from '../api.ts'
import type { CallFile, Kind, Question } from '../model.ts'
import { kinds } from '../model.ts'
import { saidIn } from '../rules.ts'
import './calls.css'
import { MemberChoice } from './member-choice.tsx'
import { QuestionFields } from './question-fields.tsx'
import { Worded } from './worded.tsx'

const asked = (id: string) => ask(callsApi.read, { params: { id } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(asked(params['id']!))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: call } = useSuspenseQuery(asked(id))
  return (
    <Frame title={text('calls.write')} above={<Go to={`/calls/${id}`}><bdi>{saidIn(call.title, locale)}</bdi></Go>} width="reading">
      {call.closedAt ? <Note tone="saffron"><p>{text('calls.is-closed')}</p></Note> : <Editor key={call.changedAt} call={call} />}
    </Frame>
  )
}

const idOf = (questions: readonly Question[]) => `q${Math.max(0, ...questions.map(({ id }) => Number(id.slice(1)))) + 1}`
const begun = (id: string, kind: Kind): Question => ({ id, kind, label: {}, hint: {}, required: false, many: false, unit: null, least: null, most: null, options: [], columns: [] })

function Editor({ call }: { call: CallFile }) {
  const [text, reader, say, navigate] = [useText(), useLocale(), useToast(), useNavigate()]
  const [lang, setLang] = useState<Locale>(reader)
  const [filled, fill] = useState({ title: call.title, about: call.about, questions: call.questions, dueOn: call.dueOn, asked: call.everyone ? null : call.members.map(({ organisation }) => organisation.id) })
  const set = (to: Partial<typeof filled>) => fill({ ...filled, ...to })
  const deed = useDeed(callsApi.write)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const save = () => deed.mutate({ params: { id: call.id }, body: { ...filled, seen: call.changedAt } }, { onSuccess: () => (say(text('calls.saved')), void navigate({ href: `/calls/${call.id}?view=questions` })) })
  const put = (at: number, to: Question | null) => set({ questions: to ? filled.questions.map((one, place) => (place === at ? to : one)) : filled.questions.filter((_, place) => place !== at) })
  const move = (at: number) => set({ questions: filled.questions.map((one, place) => (place === at - 1 ? filled.questions[at]! : place === at ? filled.questions[at - 1]! : one)) })
  return (
    <Form onSubmit={save} actions={<Button look="primary" type="submit" busy={deed.isPending}>{text('calls.save')}</Button>}>
      <SelectField label={text('calls.write.language')} required value={lang} onChange={(value) => setLang(value as Locale)} options={locales.map((value) => ({ value, label: localeNames[value] }))} />
      <Worded label={text('calls.name')} required value={filled.title} lang={lang} onChange={(title) => set({ title })} wrong={wrong['title']} />
      <Worded label={text('calls.what')} lines={3} value={filled.about} lang={lang} onChange={(about) => set({ about })} />
      <DayField label={text('calls.due')} required precise value={{ value: filled.dueOn, precision: 'day' }} onChange={(day) => day && set({ dueOn: day.value })} wrong={wrong['dueOn']} />
      {!call.openedAt && <Whom call={call} asked={filled.asked} onChange={(to) => set({ asked: to })} wrong={wrong['asked']} />}
      {call.openedAt && <Note><p>{text('calls.questions-stand')}</p><p>{text('calls.questions-stand.next')}</p></Note>}
      <Section title={text('calls.questions')}>
        {filled.questions.map((question, at) => <QuestionFields key={question.id} question={question} lang={lang} fixed={call.openedAt !== null} onChange={(to) => put(at, to)} onUp={at > 0 ? () => move(at) : undefined} wrong={Object.entries(wrong).flatMap(([field, keys]) => (field === `questions.${at}` || field.startsWith(`questions.${at}.`) ? keys : []))} />)}
        {!call.openedAt && <div className="row">{kinds.map((kind) => <Button key={kind} small label={`${text('calls.add-question')}: ${text(`calls.kinds.${kind}`)}`} onPress={() => set({ questions: [...filled.questions, begun(idOf(filled.questions), kind)] })}>+ {text(`calls.kinds.${kind}`)}</Button>)}</div>}
      </Section>
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </Form>
  )
}

function Whom({ call, asked: chosen, onChange, wrong }: { call: CallFile; asked: string[] | null; onChange: (to: string[] | null) => void; wrong: string[] | undefined }) {
  const text = useText()
  return (
    <>
      <ChoiceField label={text('calls.whom')} value={chosen === null ? 'all' : 'some'} onChange={(value) => onChange(value === 'all' ? null : [])} options={[{ value: 'all', label: text('calls.whom-all') }, { value: 'some', label: text('calls.whom-some') }]} />
      {chosen !== null && <MemberChoice allianceId={call.alliance.id} chosen={chosen} onChange={onChange} wrong={wrong} />}
    </>
  )
}
