// Which promises it serves, with the usual amount already there.
import type { Choice, Filled } from './log-state.ts'
import { usual } from './log-state.ts'
import { useSay } from './say.ts'

export function LogServes({ filled, choice, onChange }: { filled: Filled; choice: Choice; onChange: (to: Partial<Filled>) => void }) {
  const { text, what } = useSay()
  if (choice.commitments.length === 0) return null
  const { serves } = filled
  const tick = (id: string) => onChange({ serves: id in serves ? Object.fromEntries(Object.entries(serves).filter(([one]) => one !== id)) : { ...serves, [id]: null } })
  return (
    <fieldset className="log-serves">
      <legend>{text('commitments.log.serves')}</legend>
      {choice.commitments.map(({ id, what: named, unit }) => (
        <div key={id} className="log-serve">
          <label><input type="checkbox" checked={id in serves} onChange={() => tick(id)} /> <bdi>{what(named)}</bdi></label>
          {id in serves && <input className="control" inputMode="decimal" aria-label={text('commitments.log.amount', { what: what(named), unit: text(`commitments.units.${unit}`) })}
            placeholder={String(usual(filled, { unit }))} value={serves[id] ?? ''} onChange={({ target }) => onChange({ serves: { ...serves, [id]: target.value.replace(',', '.').replace(/[^\d.]/g, '') } })} />}
        </div>
      ))}
    </fieldset>
  )
}
