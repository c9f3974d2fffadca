// Persons by name, side by side, folded away: only where a promise is about persons, and seen by the sides alone.
import { nameIn } from '#domains/organisations/model.ts'
import { TagsField } from '#web/ui/fields/tags-field.tsx'
import type { Choice, Filled } from './log-state.ts'
import { useSay } from './say.ts'

export function LogPersons({ filled: { persons = {} }, choice, onChange }: { filled: Filled; choice: Choice; onChange: (to: Partial<Filled>) => void }) {
  const { text, locale } = useSay()
  const count = Object.values(persons).flat().length
  return (
    <details className="log-persons" open={count > 0 || undefined}>
      <summary>{text('commitments.log.persons', { count })}</summary>
      <div className="stack">
        <small className="quiet">{text('commitments.log.persons.what')}</small>
        {choice.sides.map((side) => (
          <TagsField key={side.id} label={nameIn(side, locale)} values={persons[side.id] ?? []} onChange={(names) => onChange({ persons: { ...persons, [side.id]: names.map((name) => name.slice(0, 500)) } })} />
        ))}
      </div>
    </details>
  )
}
