// The steps at which both sides are reminded, and the way to change them.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { termsApi } from '../api.ts'
import type { TermFile } from '../term-model.ts'
import { useSay } from './say.ts'

export function TermLadder({ of: { agreementId, ladder, mayChange } }: { of: TermFile }) {
  const { text, day } = useSay()
  const [say, trouble] = [useToast(), useToastTrouble()]
  const [typed, setTyped] = useState(ladder.map(({ months }) => months).join(', '))
  const change = useDeed(termsApi.changeLadder)
  const months = typed.split(/[^\d]+/).filter(Boolean).map(Number)
  return (
    <>
      <ul className="evidence-list">{ladder.map((step) => <li key={step.months}>{text('commitments.term.ladder-what', { months: step.months, on: day(step.on) })}{step.told && <Mark tone="jade" shape="disc">{text('commitments.term.ladder-told')}</Mark>}</li>)}</ul>
      {mayChange && (
        <div className="form no-print">
          <TextField label={text('commitments.term.ladder-change')} hint={text('commitments.term.ladder-hint')} value={typed} onChange={setTyped} />
          <div className="row"><Button small busy={change.isPending} onPress={() => change.mutate({ params: { id: agreementId }, body: { months } }, { onSuccess: () => say(text('commitments.form.revised')), onError: trouble })}>{text('commitments.save')}</Button></div>
        </div>
      )}
    </>
  )
}
