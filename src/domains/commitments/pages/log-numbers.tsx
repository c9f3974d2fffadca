// How many took part, side by side: to the place and by the line.
import { nameIn } from '#domains/organisations/model.ts'
import type { Choice, Filled } from './log-state.ts'
import { useSay } from './say.ts'

export function LogNumbers({ filled: { heads }, choice, onChange }: { filled: Filled; choice: Choice; onChange: (to: Partial<Filled>) => void }) {
  const { text, locale } = useSay()
  const put = (id: string, what: 'inPerson' | 'online', typed: string) => onChange({ heads: { ...heads, [id]: { inPerson: '', online: '', ...heads[id], [what]: typed.replace(/\D/g, '') } } })
  return (
    <div role="group" aria-label={text('commitments.log.numbers')}>
      <div className="log-numbers"><span className="field-label">{text('commitments.log.numbers')}</span><small>{text('commitments.log.in-person')}</small><small>{text('commitments.log.by-line')}</small></div>
      {choice.sides.map((side) => (
        <div key={side.id} className="log-numbers">
          <bdi>{nameIn(side, locale)}</bdi>
          {(['inPerson', 'online'] as const).map((what) => (
            <input key={what} className="control" inputMode="numeric" value={heads[side.id]?.[what] ?? ''} placeholder="0" onChange={({ target }) => put(side.id, what, target.value)}
              aria-label={`${nameIn(side, locale)}, ${text(what === 'online' ? 'commitments.log.by-line' : 'commitments.log.in-person')}`} />
          ))}
        </div>
      ))}
    </div>
  )
}
