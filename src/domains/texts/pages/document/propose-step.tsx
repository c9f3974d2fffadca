// Proposes a new article at the end of the text, for a side whose turn it is not.
import { useState } from 'react'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { TextFile } from '../../negotiation-model.ts'
import { Addition } from './propose.tsx'

export function ProposeStep({ text }: { text: TextFile }) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const afterId = text.clauses.findLast(({ articleId }) => articleId === null)?.id ?? null
  return (
    <div className="add-step no-print">
      <Button small look="quiet" onPress={() => setOpen(true)}>{say('texts.propose-article')}</Button>
      {open && <Dialog open side title={say('texts.propose-article')} onClose={() => setOpen(false)}><div className="sheet stack"><Addition text={text} place={{ articleId: null, afterId }} onDone={() => setOpen(false)} /></div></Dialog>}
    </div>
  )
}
