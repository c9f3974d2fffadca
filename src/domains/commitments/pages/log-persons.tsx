// Persons by name, side by side, folded away: only where a promise is about persons, and seen by the sides alone.
import { nameIn } from '#domains/organisations/model.ts'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { type Choice, type Filled, namesIn } from './log-state.ts'
import { useSay } from './say.ts'

export function LogPersons({ filled: { persons = {} }, choice, onChange }: { filled: Filled; choice: Choice; onChange: (to: Partial<Filled>) => void }) {
  const { text, locale } = useSay()
  const count = Object.values(persons).flatMap(namesIn).length
  return (
    <details className="log-persons" open={count > 0 || undefined}>
      <summary>{text('commitments.log.persons', { count })}</summary>
      <div className="stack">
        <small className="quiet">{text('commitments.log.persons.what')}</small>
        {choice.sides.map((side) => <TextField key={side.id} label={nameIn(side, locale)} lines={2} value={persons[side.id] ?? ''} onChange={(typed) => onChange({ persons: { ...persons, [side.id]: typed } })} />)}
      </div>
    </details>
  )
}
