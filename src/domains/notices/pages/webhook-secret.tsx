// The secret, shown this once, with what it is for.
import { useText } from '#web/text.tsx'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Note } from '#web/ui/notes.tsx'

export function Secret({ secret, to }: { secret: string; to?: string }) {
  const text = useText()
  return (
    <Note tone="jade">
      <p>{text('webhooks.secret-once')}</p>
      <p className="webhook-secret"><code dir="ltr">{secret}</code> <CopyButton value={secret} what={text('webhooks.secret')} /></p>
      {to && <div className="row"><ButtonLink small to={to}>{text('webhooks.send-test')}</ButtonLink></div>}
    </Note>
  )
}
