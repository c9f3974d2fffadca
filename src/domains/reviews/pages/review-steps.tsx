// The steps of a review: laid before the other sides, taken back, carried out; one that is closed says why.
import { useState } from 'react'
import { linkTo, useDeed } from '#web/client.ts'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { reviewsApi } from '../api.ts'
import type { ReviewFile } from '../model.ts'
import { actOf } from '../rules.ts'
import { useSay } from './say.ts'
import { alsoChanged } from './writing.ts'

export function ReviewSteps({ file: { id, state, outcome, agreementId, whyNot } }: { file: ReviewFile }) {
  const { text } = useSay()
  const [say, trouble] = [useToast(), useToastTrouble()]
  const [reopening, setReopening] = useState(false)
  const [lay, carry] = [useDeed(reviewsApi.lay, alsoChanged), useDeed(reviewsApi.carryOut, alsoChanged)]
  const leads = state === 'agreed' && outcome !== null && actOf(outcome) !== null
  return (
    <>
      {state === 'open' && <Button look="primary" busy={lay.isPending} whyNot={whyNot.lay ?? undefined} onPress={() => lay.mutate({ params: { id } }, { onSuccess: () => say(text('reviews.laid')), onError: trouble })}>{text('reviews.lay')}</Button>}
      {leads && <Button look={outcome === 'close' ? 'danger' : 'primary'} busy={carry.isPending} whyNot={whyNot.carryOut ?? undefined} onPress={() => carry.mutate({ params: { id } }, { onSuccess: () => say(text('reviews.carried-out')), onError: trouble })}>{text(`reviews.carry-out.${outcome}`)}</Button>}
      {leads && <ButtonLink to={`/agreements/${agreementId}/term`}>{text('reviews.to-term')}</ButtonLink>}
      {whyNot.reopen === null && <Button look="quiet" onPress={() => setReopening(true)}>{text(state === 'agreed' ? 'reviews.reopen.hearing' : 'reviews.reopen')}</Button>}
      {reopening && <ReopenDialog id={id} title={text(state === 'agreed' ? 'reviews.reopen.hearing' : 'reviews.reopen')} onClose={() => setReopening(false)} />}
    </>
  )
}

function ReopenDialog({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const { text } = useSay()
  const say = useToast()
  const [because, setBecause] = useState('')
  const deed = useDeed(reviewsApi.reopen, alsoChanged)
  return (
    <Dialog open onClose={onClose} title={title} actions={<Button look="primary" busy={deed.isPending} onPress={() => deed.mutate({ params: { id }, body: { because } }, { onSuccess: () => (say(text('reviews.reopened')), onClose()) })}>{title}</Button>}>
      <TextField label={text('reviews.reopen.because')} required lines={3} value={because} onChange={setBecause} />
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}

export function ReviewFiles({ id }: { id: string }) {
  const { text, locale } = useSay()
  return (
    <div className="row no-print">
      {(['pdf', 'docx'] as const).map((form) => <a key={form} className="button" href={linkTo(reviewsApi.reviewFile, { params: { id }, query: { locale, form } })} download>{text(`reviews.file.${form}`)}</a>)}
      <Button look="quiet" onPress={() => window.print()}>{text('reviews.print')}</Button>
    </div>
  )
}
