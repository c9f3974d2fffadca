// What one member is asked, filled in: kept while one types, here and on this device, and sent even when the line is down.
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { newId } from '#platform/kinds.ts'
import { useParam } from '#web/address.ts'
import { ask, Refusal } from '#web/client.ts'
import { sendOrKeep } from '#web/offline/entry.ts'
import { dropWaiting } from '#web/offline/outbox.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote, Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { Day } from '#web/ui/whole.tsx'
import { useViewer } from '#web/viewer.ts'
import { callsApi } from '../api.ts'
import type { FormFile, Values } from '../model.ts'
import { saidIn } from '../rules.ts'
import { AnswerField } from './answer-field.tsx'
import { AnswerShown } from './answer-shown.tsx'
import './calls.css'
import { forgetKept, keptHere, useKeeping } from './keeping.ts'
import { UnreadList } from './unread-list.tsx'
import { asSent } from './typed.ts'

const asked = (id: string, organisationId: string) => ask(callsApi.form, { params: { id, organisationId } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(asked(params['id']!, params['organisation']!))

export function Page() {
  const [text, locale, id, organisationId] = [useText(), useLocale(), useParam('id'), useParam('organisation')]
  const { data: form } = useSuspenseQuery(asked(id, organisationId))
  const { call, organisation, answers, whyNot } = form
  const about = saidIn(call.about, locale)
  return (
    <Frame title={saidIn(call.title, locale)} width="reading" above={<Go to={`/calls/${id}`}><bdi>{saidIn(form.alliance.name, locale)}</bdi></Go>}
      about={<><bdi>{nameIn(organisation, locale)}</bdi><span>{text('calls.due')} <Day day={call.dueOn} /></span></>}>
      {about && <p dir="auto">{about}</p>}
      {answers[0] && <Note tone="jade"><p>{text('calls.answered-on', { on: formatInstant(answers[0].at, locale), by: answers[0].by ?? '' })}</p></Note>}
      {form.unread.length > 0 && <Section title={text('calls.unread')}><p>{text('calls.unread-what')}</p><UnreadList unread={form.unread} questions={call.questions} /></Section>}
      {whyNot ? <Note><p>{text(whyNot)}</p></Note> : <Filling key={answers[0]?.at ?? 'none'} form={form} />}
      {answers.length > 0 && <AnswerShown form={form} />}
    </Frame>
  )
}

function Filling({ form }: { form: FormFile }) {
  const [text, viewer, locale] = [useText(), useViewer()!, useLocale()]
  const place = { id: form.call.id, organisationId: form.organisation.id }
  const key = `pamir-call ${place.id} ${place.organisationId} ${viewer.id}`
  const [values, setValues] = useState<Values>(() => keptHere(key, form.draftAt) ?? form.draft ?? form.answers[0]?.values ?? {})
  const { kept, change } = useKeeping(key, place, form.call.questions)
  const { send, busy, error } = useSend(form, key)
  const wrong = error instanceof Refusal ? error.fields : {}
  const set = (id: string, to: Values[string] | undefined) => {
    const { [id]: _, ...rest } = values
    const next = to === undefined ? rest : { ...rest, [id]: to }
    setValues(next)
    change(next)
  }
  return (
    <Form onSubmit={() => void send(asSent(form.call.questions, values), saidIn(form.call.title, locale))} actions={<Button look="primary" type="submit" busy={busy}>{text('calls.send')}</Button>}>
      {form.call.questions.map((question) => <AnswerField key={question.id} place={place} question={question} value={values[question.id]} files={form.files} onChange={(to) => set(question.id, to)} wrong={wrong[question.id]} />)}
      <p className="quiet call-kept" role="status">{text(`calls.kept.${kept}`)}</p>
      {Object.keys(wrong).length > 0 && <Note tone="garnet"><p>{text('calls.look-again', { count: Object.keys(wrong).length })}</p></Note>}
      {error && Object.keys(wrong).length === 0 ? <ErrorNote error={error} /> : null}
    </Form>
  )
}

/** Kept on this device before it is sent: a line that breaks loses nothing. What the server refuses at once is put right in the form. */
function useSend({ call, organisation }: FormFile, key: string) {
  const [text, viewer, say, navigate, questions] = [useText(), useViewer()!, useToast(), useNavigate(), useQueryClient()]
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const send = async (values: Values, title: string) => {
    const [id, path] = [newId(), `/calls/${call.id}/answers/${organisation.id}`]
    setBusy(true)
    setError(undefined)
    try {
      const waits = await sendOrKeep(viewer.id, title, { id, files: [], entry: { path, body: { id, values } }, view: path, deliver: path, edit: path })
      if (waits?.refusal) {
        await dropWaiting(id)
        throw new Refusal(waits.refusal.status, waits.refusal)
      }
      forgetKept(key)
      if (!waits) await questions.invalidateQueries()
      say(text(waits ? 'web.outbox.kept' : 'calls.sent'))
      await navigate({ href: waits ? '/waiting' : `/calls/${call.id}` })
    } catch (trouble) { setError(trouble) } finally { setBusy(false) }
  }
  return { send, busy, error }
}
