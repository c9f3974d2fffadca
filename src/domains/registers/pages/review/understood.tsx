// What was understood of each party, how surely, and the two short answers: yes, or another.
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import type { PartyReading, RunRow } from '../../model.ts'
import { Meant } from './meant.tsx'
import { PartyMark } from './party-mark.tsx'
import type { Decide } from './use-decide.ts'

type Props = { row: RunRow; decide: Decide | undefined; onOpen: () => void }

export function Understood({ row, decide, onOpen }: Props) {
  const text = useText()
  if (row.decided.skip) return <p className="quiet">{text('registers.left-out')}</p>
  if (row.parties.length === 0) return <p className="row"><span className="quiet">{text('registers.no-partner')}</span>{decide && <Button small onPress={onOpen}>{text('registers.answer.look')}</Button>}</p>
  return (
    <ul className="understood">
      {row.parties.map((party, place) => (
        <li key={`${place} ${party.text}`}>
          <span className="meant"><Meant row={row} party={party} place={place} /></span>
          <span className="how-sure">
            <PartyMark party={party} said={row.decided.parties[String(place)] !== undefined} />
            {decide && isOpen(row, party, place) && <Answers {...{ row, party, place, decide, onOpen }} />}
          </span>
        </li>
      ))}
      {row.title && <li className="quiet"><bdi>{row.title}</bdi></li>}
    </ul>
  )
}

const isOpen = (row: RunRow, party: PartyReading, place: number): boolean => party.decision === 'offered' && !row.decided.parties[String(place)]

function Answers({ row, party, place, decide, onOpen }: Props & { party: PartyReading; place: number; decide: Decide }) {
  const text = useText()
  const [first] = party.candidates
  const yes = () => { if (first) decide.choose({ row: row.row, place }, { is: 'organisation', id: first.id }, first.name) }
  return (
    <span className="row answers">
      {first && <Button small busy={decide.busy} label={text('registers.answer.yes-of', { name: first.name, row: row.row })} onPress={yes}>{text('registers.answer.yes')}</Button>}
      <Button small look="quiet" label={text('registers.answer.other-of', { row: row.row })} onPress={onOpen}>{text('registers.answer.other')}</Button>
    </span>
  )
}
