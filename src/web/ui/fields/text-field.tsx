// One line, several lines, a choice, a tick: the fields that the browser knows best.
import { type HTMLInputAutoCompleteAttribute, useId } from 'react'
import { Field, type FieldProps } from './field.tsx'

type TextProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'number' | 'search'
  lines?: number
  lang?: string
  placeholder?: string
  autoComplete?: HTMLInputAutoCompleteAttribute
  name?: string
  maxLength?: number
  autoFocus?: boolean
}

export function TextField({ value, onChange, type = 'text', lines, label, hint, wrong, required, ...rest }: TextProps) {
  const own = { ...rest, value, className: 'control', dir: type === 'email' || type === 'url' || type === 'tel' ? 'ltr' : 'auto' } as const
  return (
    <Field {...{ label, hint, wrong, required: required ?? false }}>
      {(wiring) => lines
        ? <textarea {...wiring} {...own} rows={lines} onChange={(event) => onChange(event.target.value)} />
        : <input {...wiring} {...own} type={type} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}

export type Option = { value: string; label: string; closed?: boolean }
type SelectProps = FieldProps & { value: string; onChange: (value: string) => void; options: Option[]; none?: string; name?: string }

/** `none` is what the empty choice is called; without it one must be chosen. */
export function SelectField({ value, onChange, options, none, name, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {(wiring) => (
        <select {...wiring} name={name} className="control" value={value} onChange={(event) => onChange(event.target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => <option key={option.value} value={option.value} disabled={option.closed}>{option.label}</option>)}
        </select>
      )}
    </Field>
  )
}

type CheckProps = { label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void; name?: string }

export function CheckField({ label, hint, checked, onChange, name }: CheckProps) {
  const id = useId()
  return (
    <div className="check">
      <input id={id} type="checkbox" name={name} checked={checked} onChange={(event) => onChange(event.target.checked)}
        aria-describedby={hint ? `${id}-hint` : undefined} />
      <label htmlFor={id}>{label}{hint && <small id={`${id}-hint`}>{hint}</small>}</label>
    </div>
  )
}

type ChoiceProps = { label: string; value: string; onChange: (value: string) => void; options: (Option & { hint?: string })[] }

/** Few choices, all in sight. */
export function ChoiceField({ label, value, onChange, options }: ChoiceProps) {
  const name = useId()
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {options.map((option) => (
        <div key={option.value} className="check">
          <input id={`${name}${option.value}`} type="radio" name={name} checked={option.value === value} disabled={option.closed}
            onChange={() => onChange(option.value)} />
          <label htmlFor={`${name}${option.value}`}>{option.label}{option.hint && <small>{option.hint}</small>}</label>
        </div>
      ))}
    </fieldset>
  )
}
