// Lays a plan before the sides: of an alliance one says who is asked, of an agreement it is every side.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { CheckField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { plansApi } from '../api.ts'
import type { PlanFile } from '../plan-model.ts'

export function LayDialog({ plan, onClose }: { plan: PlanFile; onClose: () => void }) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const owners = new Set(plan.content.tasks.flatMap((task) => task.owners))
  // A small alliance asks all; of a large one, those who answer for something.
  const [asked, setAsked] = useState(plan.members.filter((id) => plan.members.length <= 10 || owners.has(id)))
  const [note, setNote] = useState('')
  const deed = useDeed(plansApi.lay)
  const send = () => deed.mutate({ params: { id: plan.id }, body: { asked: plan.about.kind === 'alliance' ? asked : [], note: note.trim() || null } }, { onSuccess: () => (say(text('plans.laid')), onClose()) })
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  return (
    <Dialog open side onClose={onClose} title={text('plans.lay')} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('plans.lay')}</Button>}>
      <p>{text('plans.lay.about')}</p>
      <fieldset className="choices plan-asked">
        <legend>{text('plans.lay.asked')}</legend>
        {plan.members.map((id) => {
          const organisation = plan.organisations.find((one) => one.id === id)
          const name = organisation ? nameIn(organisation, locale) : id
          return plan.about.kind === 'agreement' ? <p key={id}><bdi>{name}</bdi></p> : <CheckField key={id} label={name} checked={asked.includes(id)} onChange={(on) => setAsked(on ? [...asked, id] : asked.filter((one) => one !== id))} />
        })}
      </fieldset>
      <TextField label={text('plans.lay.note')} value={note} onChange={setNote} maxLength={500} wrong={wrong['asked']} />
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
