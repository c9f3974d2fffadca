// Logs what was done, in under a minute and with a thumb: what, when, where, how many, for which promise, a photograph.
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { titleIn } from '#domains/agreements/model.ts'
import { one, useAddress } from '#web/address.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { ask, call, Offline, Refusal } from '#web/client.ts'
import { logsHere } from '#web/offline/begin.ts'
import { sendOrKeep } from '#web/offline/entry.ts'
import { dropWaiting, findWaiting } from '#web/offline/outbox.ts'
import type { Arriving } from '#web/site.ts'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { activitiesApi } from '../api.ts'
import type { Beginning } from '../activity-model.ts'
import './commitments.css'
import { LogDays } from './log-days.tsx'
import { LogFiles } from './log-files.tsx'
import { LogNumbers } from './log-numbers.tsx'
import { LogPersons } from './log-persons.tsx'
import { LogServes } from './log-serves.tsx'
import { begin, bodyOf, chosen, type Filled } from './log-state.ts'
import { useSay } from './say.ts'

/** Without a line the form begins with what it began with when it was last opened. */
const asked = (agreement: string) => queryOptions({
  ...ask(activitiesApi.begin, { query: agreement ? { agreement } : {} }),
  queryFn: () => call(activitiesApi.begin, { query: agreement ? { agreement } : {} }).catch((error: unknown) => {
    if (!agreement || !(error instanceof Offline)) throw error
    return call(activitiesApi.begin, { query: {} })
  }),
})
/** An entry that waits is filled in again, with its files. */
const entered = (id: string) => queryOptions({ queryKey: ['outbox-entry', id], queryFn: async () => (id ? await findWaiting(id) ?? null : null), staleTime: 0, gcTime: 0 })

export const load = ({ questions, search }: Arriving) =>
  Promise.all([questions.ensureQueryData(asked(one(search['agreement']))), questions.fetchQuery(entered(one(search['entry'])))])

export function Page() {
  const { text } = useSay()
  const [address] = useAddress()
  const agreement = one(address['agreement'])
  const { data: beginning } = useSuspenseQuery(asked(agreement))
  const { data: waits } = useSuspenseQuery(entered(one(address['entry'])))
  const viewer = useViewer()!
  const start = waits?.owner === viewer.id && waits.entry ? { ...waits.form as Filled, files: waits.files.map(({ blob }) => blob as File) } : begin(beginning, agreement, viewer)
  useReadyWithoutLine()
  return (
    <Frame title={text('commitments.log.title')} width="reading" above={agreement && <Go to={`/agreements/${agreement}`}>{text('commitments.back')}</Go>}>
      {start ? <Log beginning={beginning} start={start} /> : <Empty title={text('commitments.log.nothing')}>{text('commitments.log.nothing-what')}</Empty>}
    </Frame>
  )
}

/** Once opened, it opens without a line too: what it begins with for any agreement, and the list of what waits, are here already. */
function useReadyWithoutLine(): void {
  const questions = useQueryClient()
  useEffect(() => {
    localStorage.setItem(logsHere, 'yes')
    void questions.prefetchQuery(asked(''))
    void import('#web/offline/waiting-page.tsx').catch(() => {})
  }, [questions])
}

function Log({ beginning, start }: { beginning: Beginning; start: Filled }) {
  const { text, locale } = useSay()
  const viewer = useViewer()!
  const [filled, fill] = useState(start)
  const change = (to: Partial<Filled>) => fill((before) => ({ ...before, ...to }))
  const choice = beginning.agreements.find(({ id }) => id === filled.agreementId)!
  const { send, error, busy } = useSend(filled, viewer)
  const wrong = error instanceof Refusal ? error.fields : {}
  return (
    <Form onSubmit={() => void send()}>
      <div className="log">
        {beginning.agreements.length > 1 && <SelectField label={text('commitments.log.agreement')} required value={filled.agreementId} options={beginning.agreements.map((one) => ({ value: one.id, label: titleIn(one, locale) }))}
          onChange={(id) => change(chosen(beginning.agreements.find((one) => one.id === id)!, viewer))} />}
        <TextField label={text('commitments.log.what')} required value={filled.what} maxLength={500} onChange={(what) => change({ what })} wrong={wrong['what']} />
        <LogDays filled={filled} onChange={change} wrong={wrong['onDay'] ?? wrong['untilDay']} />
        <TextField label={text('commitments.log.place')} value={filled.place} maxLength={500} onChange={(place) => change({ place })} />
        <CheckField label={text('commitments.log.online')} checked={filled.online} onChange={(online) => change({ online })} />
        <LogNumbers filled={filled} choice={choice} onChange={change} />
        <LogPersons filled={filled} choice={choice} onChange={change} />
        <LogServes filled={filled} choice={choice} onChange={change} />
        <LogFiles filled={filled} onChange={change} wrong={wrong['links.0.url']} />
        {error && Object.keys(wrong).length === 0 ? <ErrorNote error={error} /> : null}
        <div className="log-end"><Button look="primary" type="submit" busy={busy}>{text('commitments.log.send')}</Button></div>
      </div>
    </Form>
  )
}

/** Kept on this device before anything is sent: a line that breaks loses nothing. What the server refuses at once is put right in the form. */
function useSend(filled: Filled, viewer: Viewer) {
  const { text, locale } = useSay()
  const [say, navigate, questions] = [useToast(), useNavigate(), useQueryClient()]
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const send = async () => {
    setBusy(true)
    setError(undefined)
    const { id, files } = filled
    const view = `/activities/${id}`
    const entry = { path: activitiesApi.log.path, body: bodyOf(filled, locale) }
    try {
      const waits = await sendOrKeep(viewer.id, filled.what, { id, files, entry, view, deliver: `${view}/uploads`, form: { ...filled, files: [] }, edit: `/activities/new?entry=${id}` })
      if (waits?.refusal && waits.entry) {
        await dropWaiting(id)
        throw new Refusal(waits.refusal.status, waits.refusal)
      }
      if (!waits) await questions.invalidateQueries()
      say(text(waits ? 'web.outbox.kept' : 'commitments.log.done'))
      await navigate({ href: waits ? '/waiting' : view })
    } catch (trouble) { setError(trouble) } finally { setBusy(false) }
  }
  return { send, error, busy }
}
