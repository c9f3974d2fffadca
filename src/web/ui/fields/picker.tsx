// A field that looks up while one types: an organisation, a person. What may be picked comes from the function that is given.
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useText } from '../../text.tsx'
import { Button } from '../button.tsx'
import { Field, type FieldProps } from './field.tsx'
import './picker.css'

const LookUp = lazy(() => import('./look-up.tsx'))

/** What a look-up finds: its id, its words, and a line that tells it from its namesakes. */
export type Pick = { id: string; label: ReactNode; words: string; about?: string }
export type PickerProps = FieldProps & {
  value: Pick | null
  onChange: (pick: Pick | null) => void
  /** Asked after each pause in typing. */
  find: (typed: string) => Promise<Pick[]>
  /** When given, what was typed may be entered as new. */
  onNew?: (typed: string) => void
  newWord?: (typed: string) => string
  placeholder?: string
}

export function PickerField({ value, onChange, find, onNew, newWord, placeholder, ...field }: PickerProps) {
  const text = useText()
  const { here, choose } = useFocusKept(value, onChange)
  return (
    <Field {...field}>
      {(wiring) => (
        <div ref={here}>
          {value
            ? (
              <div className="control picker-chosen">
                <span>{value.label}{value.about && <> <small className="quiet">{value.about}</small></>}</span>
                <Button small look="quiet" onPress={() => choose(null)}>{text('web.change')}</Button>
              </div>
            )
            : <Suspense fallback={<input className="control" {...wiring} disabled aria-busy placeholder={placeholder} />}><LookUp {...{ wiring, find, onChange: choose, onNew, newWord, placeholder }} /></Suspense>}
        </div>
      )}
    </Field>
  )
}

/** Who picks or changes by keyboard stays in the field, although what they stood on is replaced. */
function useFocusKept(value: Pick | null, onChange: PickerProps['onChange']) {
  const here = useRef<HTMLDivElement>(null)
  const byHand = useRef(false)
  useEffect(() => {
    if (byHand.current) here.current?.querySelector<HTMLElement>('button, input')?.focus()
    byHand.current = false
  }, [value])
  const choose = (pick: Pick | null) => {
    byHand.current = true
    onChange(pick)
  }
  return { here, choose }
}

/** The picker for organisations: the same field, with its own words. */
export const OrganisationPicker = (props: PickerProps) => {
  const text = useText()
  return <PickerField placeholder={text('web.pick.organisation')} newWord={(typed) => text('web.pick.new-organisation', { typed })} {...props} />
}
