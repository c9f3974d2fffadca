// A filter that takes several values: a short list of ticks under a button that says how many are set.
import { useClickOutside } from '@mantine/hooks'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { many, useAddress } from '../address.ts'
import { useText } from '../text.tsx'
import type { FilterChoice } from './filters.tsx'
import { Icon } from './icon.tsx'
import { Figure } from './whole.tsx'

export function ManyFilter({ name, label, choices }: { name: string; label: string; choices: FilterChoice[] }) {
  const text = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  const outside = useClickOutside(() => setOpen(false))
  const opener = useRef<HTMLButtonElement>(null)
  const onEscape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !open) return
    setOpen(false)
    opener.current?.focus()
  }
  const [address] = useAddress()
  const set = many(address[name])
  const onlyOne = set.length === 1 ? choices.find(({ value }) => value === set[0])?.label : undefined
  return (
    <div ref={outside} className="menu" onKeyDown={onEscape}>
      <button ref={opener} type="button" className="control filter many" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {onlyOne ?? (set.length ? text('web.filters.some', { what: label, count: set.length }) : text('web.filters.any', { what: label }))}
        <Icon name="down" size={14} />
      </button>
      {open && <div id={id} role="group" aria-label={label} className="menu-list filter-list"><Ticks {...{ name, choices, set }} /></div>}
    </div>
  )
}

function Ticks({ name, choices, set }: { name: string; choices: FilterChoice[]; set: string[] }) {
  const [, change] = useAddress()
  const toggle = (value: string) => {
    const next = set.includes(value) ? set.filter((each) => each !== value) : [...set, value]
    change({ [name]: next.length ? next : null })
  }
  return choices.map(({ value, label, count }) => (
    <label key={value} className="menu-item">
      <input type="checkbox" checked={set.includes(value)} onChange={() => toggle(value)} />
      <span>{label}</span>
      {count !== undefined && <span className="quiet"><Figure of={count} /></span>}
    </label>
  ))
}
