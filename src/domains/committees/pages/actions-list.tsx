// What people do because of what was decided: open ones first, each with one owner and a day.
import { useState } from 'react'
import { formatDay } from '#platform/i18n/format.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { type Pick, PickerField } from '#web/ui/fields/picker.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { bodiesApi } from '../api.ts'
import type { BodyFile } from '../body-model.ts'
import type { ActionShown, Decision } from '../model.ts'
import { findPerson } from './people.ts'

export function Actions({ body }: { body: BodyFile }) {
  const text = useText()
  const [adding, setAdding] = useState(false)
  return (
    <>
      {body.actions.length === 0 ? <p className="quiet">{text('committees.no-actions')}</p> : <ul className="body-lines">{body.actions.map((action) => <Line key={action.id} action={action} bodyId={body.id} arranges={body.may.arrange} />)}</ul>}
      {body.may.arrange && <div className="row no-print"><Button small onPress={() => setAdding(true)}>{text('committees.add-action')}</Button></div>}
      {adding && <ActionDialog bodyId={body.id} decisions={body.decisions} onClose={() => setAdding(false)} />}
    </>
  )
}

function Line({ action, bodyId, arranges }: { action: ActionShown; bodyId: string; arranges: boolean }) {
  const [text, locale, viewer, trouble] = [useText(), useLocale(), useViewer(), useToastTrouble()]
  const finish = useDeed(bodiesApi.finishAction)
  const { id, what, owner, dueOn, doneAt, decisionNumber } = action
  const late = !doneAt && dueOn < new Date().toISOString().slice(0, 10)
  return (
    <li>
      <bdi>{what}</bdi>
      <span className="quiet"><bdi>{owner.name}</bdi> · {formatDay(dueOn, 'day', locale)}{decisionNumber !== null && <> · {text('committees.decision-number', { number: decisionNumber })}</>}</span>
      {doneAt ? <Mark tone="jade" shape="disc">{text('committees.done')}</Mark> : <Mark tone={late ? 'garnet' : 'quiet'} shape={late ? 'triangle' : 'ring'}>{text(late ? 'committees.overdue' : 'committees.to-do')}</Mark>}
      {!doneAt && (arranges || viewer?.id === owner.id) && <Button small look="quiet" busy={finish.isPending} onPress={() => finish.mutate({ params: { id: bodyId, actionId: id }, body: { done: true } }, { onError: trouble })}>{text('committees.mark-done')}</Button>}
    </li>
  )
}

export function ActionDialog({ bodyId, decisions, meetingId = null, onClose }: { bodyId: string; decisions: readonly Decision[]; meetingId?: string | null; onClose: () => void }) {
  const text = useText()
  const [what, setWhat] = useState('')
  const [owner, setOwner] = useState<Pick | null>(null)
  const [due, setDue] = useState<KnownDay | null>(null)
  const [decisionId, setDecision] = useState('')
  const add = useDeed(bodiesApi.addAction, ['/meetings'])
  const send = () => owner && due && what.trim() && add.mutate({ params: { id: bodyId }, body: { what: what.trim(), ownerId: owner.id, dueOn: due.value, decisionId: decisionId || null, meetingId } }, { onSuccess: onClose })
  return (
    <Dialog open onClose={onClose} title={text('committees.add-action')} actions={<Button look="primary" busy={add.isPending} onPress={send}>{text('committees.record')}</Button>}>
      <TextField label={text('committees.what')} required value={what} onChange={setWhat} />
      <PickerField label={text('committees.owner')} required value={owner} onChange={setOwner} find={findPerson} />
      <DayField label={text('committees.due')} precise required value={due} onChange={setDue} />
      {decisions.length > 0 && <SelectField label={text('committees.because-of')} value={decisionId} onChange={setDecision} none="–" options={decisions.map(({ id, number }) => ({ value: id, label: text('committees.decision-number', { number }) }))} />}
      {add.error && <ErrorNote error={add.error} />}
    </Dialog>
  )
}
