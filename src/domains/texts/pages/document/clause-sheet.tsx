// About one clause: what was said, what one would change, who changed what, and where it stands.
import { useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useViewer } from '#web/viewer.ts'
import type { ClauseShown } from '../../model.ts'
import type { CommentShown, TextFile } from '../../negotiation-model.ts'
import { whyNot } from '../../rules.ts'
import { judgedOf } from '../use-text.ts'
import { Changes } from './changes.tsx'
import { ClauseSteps } from './clause-steps.tsx'
import { Propose } from './propose.tsx'
import { Remarks } from './remarks.tsx'

type Props = { text: TextFile; clause: ClauseShown; comments: CommentShown[]; mayWrite: boolean; onClose: () => void }

export function ClauseSheet({ text, clause, comments, mayWrite, onClose }: Props) {
  const [say, viewer] = [useText(), useViewer()]
  const mayPropose = viewer !== null && whyNot('propose', judgedOf(text), viewer) === undefined
  return (
    <Dialog open side title={say('texts.about-clause', { number: clause.number ?? '' })} onClose={onClose}>
      <div className="sheet stack">
        <section><h3>{say('texts.remarks')}</h3><Remarks text={text} clauseId={clause.id} comments={comments} /></section>
        {mayPropose && <section><h3>{say('texts.propose')}</h3><Propose text={text} clause={clause} onDone={onClose} /></section>}
        {mayWrite && <section><h3>{say('texts.steps')}</h3><ClauseSteps text={text} clause={clause} onDone={onClose} /></section>}
        <section><h3>{say('texts.changes')}</h3><Changes text={text} clauseId={clause.id} /></section>
      </div>
    </Dialog>
  )
}
