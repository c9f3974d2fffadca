// How many stand how; each figure narrows the register to its agreements.
import { many, one, useAddress } from '#web/address.ts'
import { Go } from '#web/ui/link.tsx'
import { Mark, StateMark } from '#web/ui/mark.tsx'
import { Figure } from '#web/ui/whole.tsx'
import { useText } from '#web/text.tsx'
import { type Counts, states } from '../model.ts'

export function StateCounts({ counts }: { counts: Counts }) {
  const text = useText()
  const [address] = useAddress()
  const chosen = many(address['state']).flatMap((value) => value.split(','))
  const to = (name: string, value: string, on: boolean) => {
    const kept = Object.entries(address).filter(([key]) => key !== name).flatMap(([key, values]) => [values].flat().map((one) => [key, one] as [string, string]))
    const search = new URLSearchParams([...kept, ...(on ? [] : [[name, value] as [string, string]])])
    return `/agreements${search.size ? `?${search}` : ''}`
  }
  return (
    <ul className="state-counts">
      {states.filter((state) => counts.states[state] > 0 || chosen.includes(state)).map((state) => {
        const on = chosen.includes(state)
        return <li key={state}><Go to={to('state', state, on)} aria-current={on}><StateMark state={state} /> <Figure of={counts.states[state]} /></Go></li>
      })}
      {counts.problems > 0 && (
        <li><Go to={to('problem', 'any', one(address['problem']) !== '')} aria-current={one(address['problem']) === 'any'}>
          <Mark tone="saffron" shape="diamond">{text('agreements.problems.any')}</Mark> <Figure of={counts.problems} />
        </Go></li>
      )}
    </ul>
  )
}
