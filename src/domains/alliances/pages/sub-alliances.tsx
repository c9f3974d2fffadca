// The sub-alliances below an alliance.
import { useState } from 'react'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { LanguageNames } from '#web/ui/names.tsx'
import { Section } from '#web/ui/page.tsx'
import type { AllianceFile, AllianceRow } from '../model.ts'
import { namesOf } from './brief.ts'
import { FactsDialog } from './facts-dialog.tsx'
import { useStatedWords } from './pieces.tsx'

export function SubAlliances({ alliance, closed }: { alliance: AllianceFile; closed: string | undefined }) {
  const text = useText()
  const [founding, setFounding] = useState(false)
  if (alliance.parent || (closed && alliance.subAlliances.length === 0)) return null
  return (
    <Section title={text('alliances.sub-alliances')} aside={!closed && <Button small onPress={() => setFounding(true)}>{text('alliances.found-sub')}</Button>}>
      {alliance.subAlliances.length > 0 && <AllianceLines rows={alliance.subAlliances} />}
      {founding && <FactsDialog parent={alliance} onClose={() => setFounding(false)} />}
    </Section>
  )
}

export function AllianceLines({ rows }: { rows: AllianceRow[] }) {
  const [text, statedWords] = [useText(), useStatedWords()]
  return (
    <ul className="alliance-lines">
      {rows.map(({ id, organisation, members, stated }) => (
        <li key={id}>
          <Go to={`/alliances/${id}`}><LanguageNames names={namesOf(organisation)} /></Go>
          <span className="quiet">
            {text('alliances.count-members', { count: members })} ({text('alliances.recorded')}){stated.members ? ` · ${statedWords(stated)} (${text('alliances.stated')})` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
