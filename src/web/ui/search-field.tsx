// Words to look for within a page; asked a moment after the typing stops.
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import './fields/field.css'
import './filters.css'
import { Icon } from './icon.tsx'

type Props = { label: string; value: string; onChange: (words: string) => void; wait?: number }

export function SearchField({ label, value, onChange, wait = 250 }: Props) {
  const [typed, setTyped] = useState(value)
  const sent = useRef(value)
  const send = useDebouncedCallback((words: string) => onChange((sent.current = words)), wait)
  // The address may change without typing: the way back, or all filters cleared.
  useEffect(() => {
    if (value !== sent.current) setTyped((sent.current = value))
  }, [value])
  return (
    <span className="search-field">
      <Icon name="search" size={16} />
      <input type="search" className="control" aria-label={label} placeholder={label} value={typed} dir="auto" maxLength={300}
        onChange={({ target }) => (setTyped(target.value), send(target.value))} />
    </span>
  )
}
