// How sure the reading of each party is, and the two short answers: yes, or another.
import { formatShare } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark, SureMark } from '#web/ui/mark.tsx'
import type { PartyReading, RunRow } from '../../model.ts'
import type { Decide } from './use-decide.ts'

type Props = { row: RunRow; decide: Decide | undefined; onOpen: () => void }

export function Sure({ row, decide, onOpen }: Props) {
  const text = useText()
  if (row.decided.skip) return null
  return (
    <ul className="sure">
      {row.parties.map((party, place) => (
        <li key={`${place} ${party.text}`}>
          <PartyMark party={party} said={row.decided.parties[String(place)] !== undefined} />
          {decide && isOpen(row, party, place) && <Answers {...{ row, party, place, decide, onOpen }} />}
        </li>
      ))}
      {row.parties.length === 0 && decide && <li><Button small onPress={onOpen}>{text('registers.answer.look')}</Button></li>}
    </ul>
  )
}

export const isOpen = (row: RunRow, party: PartyReading, place: number): boolean => party.decision === 'offered' && !row.decided.parties[String(place)]

export function PartyMark({ party, said }: { party: PartyReading; said: boolean }) {
  const [text, locale] = [useText(), useLocale()]
  if (said) return <Mark tone="jade" shape="disc">{text('registers.you-said')}</Mark>
  if (party.owner) return <Mark tone="quiet" shape="square">{text('registers.the-owner')}</Mark>
  const confidence = party.decision === 'offered' ? (party.candidates[0]?.confidence ?? party.confidence) : party.confidence
  return <span className="row"><SureMark decision={party.decision} />{party.decision !== 'new' && <small className="quiet"><bdi>{formatShare(confidence, locale)}</bdi></small>}</span>
}

function Answers({ row, party, place, decide, onOpen }: Props & { party: PartyReading; place: number; decide: Decide }) {
  const text = useText()
  const [first] = party.candidates
  return (
    <span className="row answers">
      {first && <Button small busy={decide.busy} label={text('registers.answer.yes-of', { name: first.name, row: row.row })} onPress={() => decide.choose({ row: row.row, place }, { is: 'organisation', id: first.id }, first.name)}>{text('registers.answer.yes')}</Button>}
      <Button small look="quiet" label={text('registers.answer.other-of', { row: row.row })} onPress={onOpen}>{text('registers.answer.other')}</Button>
    </span>
  )
}
