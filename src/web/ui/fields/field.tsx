// What surrounds every field: its label, a hint, and what is wrong with what stands in it.
import { type ReactNode, useId } from 'react'
import { useText } from '../../text.tsx'
import './field.css'

export type FieldProps = {
  label: string
  hint?: ReactNode
  /** Reason keys from a rule or a refusal's `fields`. */
  wrong?: string[] | undefined
  required?: boolean
}

/** What the control inside must carry, so that label, hint and error are read with it. */
export type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined; required: boolean | undefined }

export function Field({ label, hint, wrong, required = false, children }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const text = useText()
  const id = useId()
  const isWrong = wrong !== undefined && wrong.length > 0
  const describedBy = [hint ? `${id}-hint` : '', isWrong ? `${id}-wrong` : ''].filter(Boolean).join(' ')
  return (
    <div className={isWrong ? 'field wrong' : 'field'}>
      <label htmlFor={id} id={`${id}-label`}>{label}{!required && <>{' '}<span className="optional">{text('web.optional')}</span></>}</label>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': isWrong || undefined, required: required || undefined })}
      {isWrong && <small id={`${id}-wrong`} className="field-wrong">{wrong.map((key) => text(key)).join(' ')}</small>}
    </div>
  )
}

/** A form that keeps its own submit and shows the way forward at its foot. */
export function Form({ onSubmit, children, actions }: { onSubmit: () => void; children: ReactNode; actions?: ReactNode }) {
  return (
    <form className="form" noValidate onSubmit={(event) => (event.preventDefault(), event.stopPropagation(), onSubmit())}>
      {children}
      {actions && <div className="row">{actions}</div>}
    </form>
  )
}
