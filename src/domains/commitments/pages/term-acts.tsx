// The four ways, each with what follows from it; one that is closed says why.
import { type ReactNode, useState } from 'react'
import { Refusal, useDeed } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { termsApi } from '../api.ts'
import type { Act, TermFile } from '../term-model.ts'
import { useSay } from './say.ts'

export function TermActs({ of }: { of: TermFile }) {
  const { text, day } = useSay()
  const { next, notice, whyNot } = of
  const what: [Act, ReactNode][] = [
    ['renew', next && !whyNot['renew'] && text('commitments.term.renew-what', { from: day(next.from), until: day(next.until) })],
    ['renew-changed', text('commitments.term.renew-changed-what')],
    ['let-lapse', text('commitments.term.let-lapse-what')],
    ['notice', notice && !whyNot['notice'] && <NoticeWords of={of} />],
  ]
  return <ul className="four-acts">{what.map(([act, words]) => <li key={act}><div className="quiet">{words}</div><Take of={of} act={act} /></li>)}</ul>
}

function NoticeWords({ of: { notice } }: { of: TermFile }) {
  const { text, day } = useSay()
  if (!notice) return null
  const late = notice.lastDayToStop !== null && new Date().toISOString().slice(0, 10) > notice.lastDayToStop
  return (
    <>
      {text(notice.bindsAlone ? 'commitments.term.notice-alone' : 'commitments.term.notice-together', { on: day(notice.effectiveOn) })}{' '}
      {notice.lastDayToStop && text(late ? 'commitments.term.notice-late' : 'commitments.term.notice-by', { last: day(notice.lastDayToStop) })}
    </>
  )
}

function Take({ of: { agreementId, whyNot, notice }, act }: { of: TermFile; act: Act }) {
  const { text } = useSay()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [on, setOn] = useState('')
  const deed = useDeed(termsApi.act, ['/today', '/confirmations'])
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const close = () => setOpen(false)
  const take = () => deed.mutate({ params: { id: agreementId }, body: { act, reason: reason.trim() || null, effectiveOn: on || null } }, { onSuccess: () => (say(text('commitments.term.done')), close()) })
  return (
    <>
      <Button look={act === 'renew' ? 'primary' : act === 'notice' ? 'danger' : 'plain'} whyNot={whyNot[act] ?? undefined} onPress={() => setOpen(true)}>{text(`commitments.term.${act}`)}</Button>
      <Dialog open={open} onClose={close} title={text(`commitments.term.${act}`)}
        actions={<><Button look="quiet" onPress={close}>{text('confirmations.cancel')}</Button><Button look={act === 'notice' ? 'danger' : 'primary'} busy={deed.isPending} onPress={take}>{text(`commitments.term.${act}`)}</Button></>}>
        {act === 'notice' && notice?.stopsRenewalOn === null && <DayField label={text('commitments.claim.holds-no-longer')} precise value={{ value: on || notice.effectiveOn, precision: 'day' }} onChange={(day) => setOn(day?.value ?? '')} />}
        <TextField label={text('commitments.term.reason')} required={act === 'notice'} lines={3} value={reason} onChange={setReason} wrong={wrong['reason']} />
        {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
      </Dialog>
    </>
  )
}
