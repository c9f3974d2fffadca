// Says why a measure stands as it does.
import { useState } from 'react'
import { langTag } from '#platform/i18n/locale.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { plansApi } from '../api.ts'
import type { PlanFile } from '../plan-model.ts'

export function CommentDialog({ plan, measureId, onClose }: { plan: PlanFile; measureId: string; onClose: () => void }) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const [words, setWords] = useState('')
  const deed = useDeed(plansApi.comment)
  const send = () => deed.mutate({ params: { id: plan.id }, body: { measureId, lang: locale, words } }, { onSuccess: () => (say(text('plans.measure.explained')), onClose()) })
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  return (
    <Dialog open side onClose={onClose} title={text('plans.measure.explain')} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('plans.value.send')}</Button>}>
      <TextField label={text('plans.measure.commentary')} required lines={5} lang={langTag(locale)} value={words} onChange={setWords} wrong={wrong['words']} autoFocus />
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
