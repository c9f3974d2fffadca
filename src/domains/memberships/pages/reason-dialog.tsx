// Asks for the words that go with a deed: a reason, an answer.
import { type ReactNode, useState } from 'react'
import { Button, type ButtonLook } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'

type Props = {
  step: string; label: string; hint?: string; look?: ButtonLook; busy: boolean; error: unknown; whyNot?: string | undefined; children?: ReactNode
  onSay: (said: string, close: () => void) => void
}

export function ReasonDialog({ step, label, hint, look = 'plain', busy, error, whyNot, children, onSay }: Props) {
  const [said, setSaid] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const close = () => { setSaid(null); setMissing(false) }
  const send = () => (said?.trim() ? onSay(said.trim(), close) : setMissing(true))
  return (
    <>
      <Button look={look} whyNot={whyNot} onPress={() => setSaid('')}>{step}</Button>
      {said !== null && (
        <Dialog open onClose={close} title={step} actions={<Button look={look === 'danger' ? 'danger' : 'primary'} busy={busy} onPress={send}>{step}</Button>}>
          {children}
          <TextField label={label} {...(hint ? { hint } : {})} required lines={4} value={said} onChange={setSaid} wrong={missing ? ['memberships.words-missing'] : undefined} maxLength={20_000} />
          {error ? <ErrorNote error={error} /> : null}
        </Dialog>
      )}
    </>
  )
}
