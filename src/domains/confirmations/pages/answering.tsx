// The step that is mine: confirm or dispute for my side, or answer a dispute and claim again.
import { useState } from 'react'
import { Refusal, useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { confirmationsApi } from '../api.ts'
import type { ClaimFile } from '../model.ts'
import { answerableBy, whyNotAnswer, whyNotClaimAgain } from '../rules.ts'

export function Answering({ claim }: { claim: ClaimFile }) {
  const viewer = useViewer()
  if (!viewer || claim.state === 'withdrawn') return null
  if (!whyNotClaimAgain(claim, viewer)) return <Again claim={claim} />
  return answerableBy(claim.sides, viewer).length > 0 ? <Answer claim={claim} /> : null
}

function Answer({ claim }: { claim: ClaimFile }) {
  const [text, viewer, say, trouble] = [useText(), useViewer()!, useToast(), useToastTrouble()]
  const [disputing, setDisputing] = useState(false)
  const [reason, setReason] = useState('')
  const deed = useDeed(confirmationsApi.answer, ['/agreements', '/activities', '/plans', '/reports', '/reviews', '/today'])
  const send = (answer: 'confirmed' | 'disputed') => deed.mutate({ params: { id: claim.id }, body: { answer, reason: reason.trim() || null } }, { onSuccess: () => (say(text(`confirmations.done.${answer}`)), setDisputing(false)), onError: (error) => (error instanceof Refusal && error.fields['reason'] ? undefined : trouble(error)) })
  const wrong = deed.error instanceof Refusal ? deed.error.fields['reason'] : undefined
  if (disputing) {
    return (
      <div className="claim-answer">
        <TextField label={text('confirmations.dispute.reason')} required lines={4} value={reason} onChange={setReason} wrong={wrong} autoFocus />
        <div className="row"><Button look="danger" busy={deed.isPending} onPress={() => send('disputed')}>{text('confirmations.dispute')}</Button><Button look="quiet" onPress={() => setDisputing(false)}>{text('confirmations.cancel')}</Button></div>
      </div>
    )
  }
  const [noYes, noNo] = [whyNotAnswer(claim, viewer, 'confirmed'), whyNotAnswer(claim, viewer, 'disputed')]
  return (
    <div className="row claim-answer">
      {noYes !== 'confirmations.said-already' && <Button look="primary" whyNot={noYes} busy={deed.isPending} onPress={() => send('confirmed')}>{text('confirmations.confirm')}</Button>}
      {noNo !== 'confirmations.said-already' && !noNo && <Button onPress={() => setDisputing(true)}>{text('confirmations.dispute')}</Button>}
    </div>
  )
}

function Again({ claim: { id } }: { claim: ClaimFile }) {
  const [text, say, trouble] = [useText(), useToast(), useToastTrouble()]
  const [words, setWords] = useState('')
  const deed = useDeed(confirmationsApi.claimAgain, ['/agreements', '/activities', '/plans', '/reports', '/reviews', '/today'])
  const onPress = () => deed.mutate({ params: { id }, body: { words } }, { onSuccess: () => say(text('confirmations.done.claimed')), onError: trouble })
  return (
    <div className="claim-answer">
      <TextField label={text('confirmations.claim-again.words')} required lines={4} value={words} onChange={setWords} />
      <Button look="primary" busy={deed.isPending} onPress={onPress}>{text('confirmations.claim-again')}</Button>
    </div>
  )
}
