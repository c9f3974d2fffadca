// How many took part, side by side: to the place and by the line, and how many of them were women; and who they were.
import { nameIn } from '#domains/organisations/model.ts'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { type ParticipantGroup, participantGroups } from '../activity-model.ts'
import type { Choice, Filled } from './log-state.ts'
import { useSay } from './say.ts'

const columns = [['inPerson', 'in-person'], ['online', 'by-line'], ['women', 'women']] as const
type Column = (typeof columns)[number][0]

export function LogNumbers({ filled: { heads, who = '' }, choice, onChange }: { filled: Filled; choice: Choice; onChange: (to: Partial<Filled>) => void }) {
  const { text, locale } = useSay()
  const put = (id: string, what: Column, typed: string) => onChange({ heads: { ...heads, [id]: { inPerson: '', online: '', ...heads[id], [what]: typed.replace(/\D/g, '') } } })
  const some = Object.values(heads).some(({ inPerson, online }) => Number(inPerson) + Number(online) > 0)
  return (
    <div role="group" aria-label={text('commitments.log.numbers')} className="stack">
      <div>
        <div className="log-numbers"><span className="field-label">{text('commitments.log.numbers')}</span>{columns.map(([what, word]) => <small key={what}>{text(`commitments.log.${word}`)}</small>)}</div>
        {choice.sides.map((side) => (
          <div key={side.id} className="log-numbers">
            <bdi>{nameIn(side, locale)}</bdi>
            {columns.map(([what, word]) => (
              <input key={what} className="control" inputMode="numeric" value={heads[side.id]?.[what] ?? ''} placeholder={what === 'women' ? '–' : '0'} onChange={({ target }) => put(side.id, what, target.value)}
                aria-label={`${nameIn(side, locale)}, ${text(`commitments.log.${word}`)}`} />
            ))}
          </div>
        ))}
      </div>
      {/* Asked only when somebody came: most entries are logged without. */}
      {some && <SelectField label={text('commitments.log.who')} hint={text('commitments.log.who.what')} value={who} onChange={(group) => onChange({ who: group as ParticipantGroup | '' })}
        options={[{ value: '', label: text('commitments.log.who.none') }, ...participantGroups.map((group) => ({ value: group, label: text(`commitments.log.who.${group}`) }))]} />}
    </div>
  )
}
