// Several short values in one field: former names, acronyms, e-mail addresses.
import { useState } from 'react'
import { useText } from '../../text.tsx'
import { Icon } from '../icon.tsx'
import { Field, type FieldProps } from './field.tsx'
import './picker.css'

type Props = FieldProps & { values: string[]; onChange: (values: string[]) => void; suggestions?: string[] }

/** Enter or a comma adds what was typed; Backspace in the empty field takes the last away. */
export function TagsField({ values, onChange, suggestions = [], ...field }: Props) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const add = (value: string) => {
    const tidy = value.trim()
    if (tidy && !values.includes(tidy)) onChange([...values, tidy])
    setTyped('')
  }
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="control tags">
          {values.map((value) => (
            <span key={value} className="tag">
              <bdi>{value}</bdi>
              <button type="button" aria-label={text('web.remove-one', { what: value })} onClick={() => onChange(values.filter((each) => each !== value))}>
                <Icon name="close" size={12} />
              </button>
            </span>
          ))}
          <input {...wiring} value={typed} dir="auto" list={`${wiring.id}-list`}
            onChange={({ target }) => (/[,，،;]$/.test(target.value) ? add(target.value.slice(0, -1)) : setTyped(target.value))}
            onBlur={() => add(typed)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && typed) {
                event.preventDefault()
                add(typed)
              }
              if (event.key === 'Backspace' && typed === '') onChange(values.slice(0, -1))
            }} />
          <datalist id={`${wiring.id}-list`}>{suggestions.map((each) => <option key={each} value={each} />)}</datalist>
        </div>
      )}
    </Field>
  )
}
