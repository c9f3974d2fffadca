// Records a challenge, or changes, answers and resolves one.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { challengesApi } from '../api.ts'
import type { Challenge, ChallengeRegister } from '../challenge-model.ts'
import { useSay } from './say.ts'
import { useLanguage, Worded } from './worded.tsx'
import { alsoChanged } from './writing.ts'

const asFilled = (of: Challenge | null) => ({ what: of?.what ?? {}, cause: of?.cause ?? {}, answer: of?.answer ?? {}, ownerId: of?.ownerId ?? '', since: of?.since ?? new Date().toISOString().slice(0, 10), resolvedOn: of?.resolvedOn ?? '' })

export function ChallengeDialog({ register: { agreement, sides }, of, onClose }: { register: ChallengeRegister; of: Challenge | null; onClose: () => void }) {
  const { text, locale } = useSay()
  const [say, { lang, field }] = [useToast(), useLanguage()]
  const [filled, fill] = useState(() => asFilled(of))
  const [record, change] = [useDeed(challengesApi.recordChallenge, alsoChanged), useDeed(challengesApi.changeChallenge, alsoChanged)]
  const error = record.error ?? change.error
  const wrong = error instanceof Refusal ? error.fields : {}
  const body = { ...filled, ownerId: filled.ownerId || null, resolvedOn: filled.resolvedOn || null }
  const done = { onSuccess: () => (say(text('reviews.challenge.recorded')), onClose()) }
  const save = () => (of ? change.mutate({ params: { id: of.id }, body: { ...body, seen: of.changedAt } }, done) : record.mutate({ body: { agreementId: agreement.id, ...body } }, done))
  const worded = (name: 'what' | 'cause' | 'answer', lines?: number) => (
    <Worded label={text(`reviews.challenge.${name}`)} lang={lang} required={name === 'what'} {...(lines ? { lines } : {})} value={filled[name]} onChange={(to) => fill({ ...filled, [name]: to })} wrong={wrong[name]} />
  )
  return (
    <Dialog open side onClose={onClose} title={text(of ? 'reviews.challenge.change' : 'reviews.challenge.record')} actions={<Button look="primary" busy={record.isPending || change.isPending} onPress={save}>{text('reviews.save')}</Button>}>
      {field}
      {worded('what')}{worded('cause', 3)}
      <SelectField label={text('reviews.challenge.owner')} none={text('reviews.challenge.nobody')} value={filled.ownerId} options={sides.map((one) => ({ value: one.id, label: nameIn(one, locale) }))} onChange={(ownerId) => fill({ ...filled, ownerId })} wrong={wrong['ownerId']} />
      {worded('answer', 3)}
      <DayField label={text('reviews.challenge.since')} required precise value={{ value: filled.since, precision: 'day' }} onChange={(day) => day && fill({ ...filled, since: day.value })} wrong={wrong['since']} />
      {of && <DayField label={text('reviews.challenge.resolved')} precise value={filled.resolvedOn ? { value: filled.resolvedOn, precision: 'day' } : null} onChange={(day) => fill({ ...filled, resolvedOn: day?.value ?? '' })} wrong={wrong['resolvedOn']} />}
      {error && Object.keys(wrong).length === 0 ? <ErrorNote error={error} /> : null}
    </Dialog>
  )
}
