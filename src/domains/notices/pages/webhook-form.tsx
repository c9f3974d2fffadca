// Where to, what, and in which languages.
import { useState } from 'react'
import { localeNames, locales } from '#platform/i18n/locale.ts'
import { Refusal } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { CheckField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { sideKinds } from '../model.ts'
import type { WebhookDraft } from '../webhook-model.ts'

type Props = { begin: WebhookDraft; step: string; busy: boolean; error: unknown; onSend: (draft: WebhookDraft) => void }

export function WebhookForm({ begin, step, busy, error, onSend }: Props) {
  const text = useText()
  const [filled, setFilled] = useState(begin)
  const fields = error instanceof Refusal ? error.fields ?? {} : {}
  const known = ['url', 'kinds', 'languages'].some((name) => fields[name])
  return (
    <Form onSubmit={() => onSend(filled)} actions={<Button type="submit" look="primary" busy={busy}>{step}</Button>}>
      <TextField label={text('webhooks.url')} hint={text('webhooks.url.hint')} type="url" required value={filled.url} onChange={(url) => setFilled({ ...filled, url })} wrong={fields['url']} />
      <Several label={text('webhooks.kinds')} of={sideKinds} chosen={filled.kinds} say={(kind) => text(`notices.kinds.${kind}`)} onChange={(chosen) => setFilled({ ...filled, kinds: chosen })} wrong={fields['kinds']} />
      <Several label={text('webhooks.languages')} of={locales} chosen={filled.languages} say={(lang) => localeNames[lang]} onChange={(chosen) => setFilled({ ...filled, languages: chosen })} wrong={fields['languages']} />
      {error !== null && !known && <ErrorNote error={error} />}
    </Form>
  )
}

type SeveralProps<T extends string> = { label: string; of: readonly T[]; chosen: readonly T[]; say: (one: T) => string; onChange: (chosen: T[]) => void; wrong: string[] | undefined }
function Several<T extends string>({ label, of, chosen, say, onChange, wrong }: SeveralProps<T>) {
  const text = useText()
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {of.map((one) => <CheckField key={one} label={say(one)} checked={chosen.includes(one)} onChange={(ticked) => onChange(of.filter((each) => (each === one ? ticked : chosen.includes(each))))} />)}
      {wrong && <small className="field-wrong">{wrong.map((key) => text(key)).join(' ')}</small>}
    </fieldset>
  )
}
