// Hands the turn over, or reopens what was agreed; both say why.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ChoiceField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote, Note } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { textsApi } from '../../api.ts'
import type { HandOver, TextFile } from '../../negotiation-model.ts'
import { sideName } from '../use-text.ts'

const expectations = ['comments', 'wording', 'answer', 'agreement'] as const

export function HandOverDialog({ text, onClose }: { text: TextFile; onClose: () => void }) {
  const [say, locale, tell] = [useText(), useLocale(), useToast()]
  const others = text.sides.filter(({ id }) => id !== text.turn.sideId)
  const [toId, setTo] = useState(others[0]?.id ?? '')
  const [waitingFor, setWaiting] = useState<HandOver['waitingFor']>(text.behind + text.missing === 0 && text.latest ? 'agreement' : 'comments')
  const [note, setNote] = useState('')
  const hand = useDeed(textsApi.handOver)
  const onHand = () => hand.mutate({ params: { id: text.agreementId }, body: { toId, waitingFor, note: note.trim() || null } }, { onSuccess: () => (tell(say('texts.handed-over')), onClose()) })
  return (
    <Dialog open title={say('texts.hand-over')} onClose={onClose} actions={<><Button onPress={onClose}>{say('texts.cancel')}</Button><Button look="primary" busy={hand.isPending} onPress={onHand}>{say('texts.hand-over')}</Button></>}>
      <div className="stack">
        <p>{say('texts.hand-over-what')}</p>
        {text.behind + text.missing + text.unresolved.length > 0 && <Note tone="saffron">{say('texts.hand-over-unfinished', { behind: text.behind, missing: text.missing, unresolved: text.unresolved.length })}</Note>}
        <SelectField label={say('texts.to-side')} required value={toId} options={others.map((side) => ({ value: side.id, label: sideName(side, locale) }))} onChange={setTo} />
        <ChoiceField label={say('texts.waiting-for')} value={waitingFor} onChange={(value) => setWaiting(value as HandOver['waitingFor'])}
          options={expectations.map((value) => ({ value, label: say(`texts.waiting.${value}`), ...(value === 'agreement' ? { hint: say('texts.waiting.agreement.hint') } : {}) }))} />
        <TextField label={say('texts.note')} lines={3} value={note} onChange={setNote} />
        {hand.error && <ErrorNote error={hand.error} />}
      </div>
    </Dialog>
  )
}

export function ReopenDialog({ text, onClose }: { text: TextFile; onClose: () => void }) {
  const say = useText()
  const [because, setBecause] = useState('')
  const reopen = useDeed(textsApi.reopen)
  const onReopen = () => because.trim() && reopen.mutate({ params: { id: text.agreementId }, body: { because } }, { onSuccess: onClose })
  return (
    <Dialog open title={say('texts.reopen')} onClose={onClose} actions={<><Button onPress={onClose}>{say('texts.cancel')}</Button><Button look="primary" busy={reopen.isPending} onPress={onReopen}>{say('texts.reopen')}</Button></>}>
      <div className="stack">
        <p>{say('texts.reopen-what')}</p>
        <TextField label={say('texts.proposal.because')} required lines={3} value={because} onChange={setBecause} />
        {reopen.error && <ErrorNote error={reopen.error} />}
      </div>
    </Dialog>
  )
}
