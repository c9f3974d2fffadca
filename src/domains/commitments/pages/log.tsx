// Logs what was done, in under a minute and with a thumb: what, when, where, how many, for which promise, a photograph.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { titleIn } from '#domains/agreements/model.ts'
import { one, useAddress } from '#web/address.ts'
import { ask, call, Refusal, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { activitiesApi } from '../api.ts'
import type { Beginning } from '../activity-model.ts'
import './commitments.css'
import { LogDays } from './log-days.tsx'
import { LogFiles } from './log-files.tsx'
import { LogNumbers } from './log-numbers.tsx'
import { LogServes } from './log-serves.tsx'
import { begin, bodyOf, chosen, type Filled } from './log-state.ts'
import { useSay } from './say.ts'

const asked = (agreement: string) => ask(activitiesApi.begin, { query: agreement ? { agreement } : {} })
export const load = ({ questions, search }: Arriving) => questions.ensureQueryData(asked(one(search['agreement'])))

export function Page() {
  const { text } = useSay()
  const [address] = useAddress()
  const agreement = one(address['agreement'])
  const { data: beginning } = useSuspenseQuery(asked(agreement))
  const start = begin(beginning, agreement, useViewer()!)
  return (
    <Frame title={text('commitments.log.title')} width="reading" above={agreement && <Go to={`/agreements/${agreement}`}>{text('commitments.back')}</Go>}>
      {start ? <Log beginning={beginning} start={start} /> : <Empty title={text('commitments.log.nothing')}>{text('commitments.log.nothing-what')}</Empty>}
    </Frame>
  )
}

function Log({ beginning, start }: { beginning: Beginning; start: Filled }) {
  const { text, locale } = useSay()
  const viewer = useViewer()!
  const [filled, fill] = useState(start)
  const change = (to: Partial<Filled>) => fill((before) => ({ ...before, ...to }))
  const choice = beginning.agreements.find(({ id }) => id === filled.agreementId)!
  const { send, error, busy } = useSend(filled)
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
        <LogServes filled={filled} choice={choice} onChange={change} />
        <LogFiles filled={filled} onChange={change} wrong={wrong['links.0.url']} />
        {error && Object.keys(wrong).length === 0 ? <ErrorNote error={error} /> : null}
        <div className="log-end"><Button look="primary" type="submit" busy={busy}>{text('commitments.log.send')}</Button></div>
      </div>
    </Form>
  )
}

/** The entry first, then its files: a file that does not get through does not take the entry with it. */
function useSend(filled: Filled) {
  const { text, locale } = useSay()
  const [say, trouble, navigate] = [useToast(), useToastTrouble(), useNavigate()]
  const log = useDeed(activitiesApi.log, ['/agreements'])
  const [sending, setSending] = useState(false)
  const send = async () => {
    setSending(true)
    try {
      const { id } = await log.mutateAsync({ body: bodyOf(filled, locale) })
      for (const file of filled.files) await call(activitiesApi.addEvidence, { params: { id }, file }).catch(trouble)
      say(text('commitments.log.done'))
      await navigate({ href: `/activities/${id}` })
    } catch { /* shown beside its field, or above the button */ } finally { setSending(false) }
  }
  return { send, error: log.error, busy: sending }
}
