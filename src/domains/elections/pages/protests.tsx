// Protests: why, by whom, and what became of them.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import type { ElectionFile } from '../model.ts'
import { ReasonDialog } from './election-dialogs.tsx'

export function Protests({ election }: { election: ElectionFile }) {
  const [text, locale] = [useText(), useLocale()]
  const [open, setOpen] = useState<{ what: 'protest' } | { what: 'upheld' | 'rejected'; protestId: string }>()
  return (
    <Section title={text('elections.protests')} aside={election.stage === 'protest' && election.mine.length > 0 && <Button small onPress={() => setOpen({ what: 'protest' })}>{text('elections.protest')}</Button>}>
      {election.protests.length === 0 && <p className="quiet">{text('elections.no-protests')}</p>}
      <ul className="election-lines">
        {election.protests.map(({ id, organisation, because, answer, reason }) => (
          <li key={id}>
            <span><bdi>{nameIn(organisation, locale)}</bdi><p dir="auto">{because}</p>{reason && <small className="quiet"><bdi>{reason}</bdi></small>}</span>
            {answer ? <Mark tone={answer === 'upheld' ? 'garnet' : 'quiet'} shape={answer === 'upheld' ? 'cross' : 'dash'}>{text(`elections.protest-${answer}-short`)}</Mark> : <Mark tone="saffron" shape="half">{text('elections.protest-open')}</Mark>}
            <span className="row">{election.mayManage && !answer && (['upheld', 'rejected'] as const).map((what) => <Button key={what} small look="quiet" label={`${text(`elections.protest-${what}`)}: ${nameIn(organisation, locale)}`} onPress={() => setOpen({ what, protestId: id })}>{text(`elections.protest-${what}`)}</Button>)}</span>
          </li>
        ))}
      </ul>
      {open && <ReasonDialog election={election} {...open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}
