// The outcome with what belongs to it: its reason, conditions, the day of a hearing, and what the sides say in their own words.
import { useState } from 'react'
import { Refusal } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { ChoiceField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Outcome, outcomes, type ReviewFile } from '../model.ts'
import { useSay } from './say.ts'
import { useLanguage, Worded } from './worded.tsx'
import { useWriting } from './writing.ts'

export function OutcomeDialog({ file, onClose }: { file: ReviewFile; onClose: () => void }) {
  const { text } = useSay()
  const [say, { lang, field }] = [useToast(), useLanguage()]
  const { because, conditions, summary, outcome, hearingOn } = file
  const [filled, fill] = useState({ because, conditions, summary, hearingOn, outcome: outcome ?? file.of.reckoned.outcome })
  const { deed, save } = useWriting(file)
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const differs = filled.outcome !== file.of.reckoned.outcome
  return (
    <Dialog open side onClose={onClose} title={text('reviews.outcome.write')} actions={<Button look="primary" busy={deed.isPending} onPress={() => save(filled, () => (say(text('reviews.saved')), onClose()))}>{text('reviews.save')}</Button>}>
      <ChoiceField label={text('reviews.outcome')} value={filled.outcome ?? ''} onChange={(to) => fill({ ...filled, outcome: to as Outcome })}
        options={outcomes.map((value) => ({ value, label: text(`reviews.outcomes.${value}`), hint: text(`reviews.leads-to.${value}`) }))} />
      {field}
      {filled.outcome === 'hearing' && <DayField label={text('reviews.fact.hearing-on')} required precise value={filled.hearingOn ? { value: filled.hearingOn, precision: 'day' } : null} onChange={(day) => fill({ ...filled, hearingOn: day?.value ?? null })} wrong={wrong['hearingOn']} />}
      <Worded label={text('reviews.because')} required={differs || filled.outcome === 'close'} lang={lang} lines={3} value={filled.because} onChange={(to) => fill({ ...filled, because: to })} wrong={wrong['because']} />
      <Worded label={text('reviews.conditions')} required={filled.outcome === 'renew-three'} lang={lang} lines={3} value={filled.conditions} onChange={(to) => fill({ ...filled, conditions: to })} wrong={wrong['conditions']} />
      <Worded label={text('reviews.summary')} lang={lang} lines={4} value={filled.summary} onChange={(to) => fill({ ...filled, summary: to })} wrong={wrong['summary']} />
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
