// A field that looks up while one types: an organisation, a person. What may be picked comes from the function that is given.
import { Combobox, useCombobox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useText } from '../../text.tsx'
import { Button } from '../button.tsx'
import { MantineFrame } from '../mantine.tsx'
import { useTrouble } from '../notes.tsx'
import { Field, type FieldProps, type Wiring } from './field.tsx'
import './picker.css'

/** What a look-up finds: its id, its words, and a line that tells it from its namesakes. */
export type Pick = { id: string; label: ReactNode; words: string; about?: string }
type Props = FieldProps & {
  value: Pick | null
  onChange: (pick: Pick | null) => void
  /** Asked after each pause in typing. */
  find: (typed: string) => Promise<Pick[]>
  /** When given, what was typed may be entered as new. */
  onNew?: (typed: string) => void
  newWord?: (typed: string) => string
  placeholder?: string
}

export function PickerField({ value, onChange, find, onNew, newWord, placeholder, ...field }: Props) {
  const text = useText()
  return (
    <Field {...field}>
      {(wiring) => value
        ? (
          <div className="control picker-chosen">
            <span>{value.label}{value.about && <> <small className="quiet">{value.about}</small></>}</span>
            <Button small look="quiet" onPress={() => onChange(null)}>{text('web.change')}</Button>
          </div>
        )
        : <MantineFrame><LookUp {...{ wiring, find, onChange, onNew, newWord, placeholder }} /></MantineFrame>}
    </Field>
  )
}

/** The picker for organisations: the same field, with its own words. */
export const OrganisationPicker = (props: Props) => {
  const text = useText()
  return <PickerField placeholder={text('web.pick.organisation')} newWord={(typed) => text('web.pick.new-organisation', { typed })} {...props} />
}

type LookUpProps = { wiring: Wiring } & { [Name in 'onNew' | 'newWord' | 'placeholder']: Props[Name] | undefined } & Pick_
type Pick_ = { find: Props['find']; onChange: Props['onChange'] }
const asNew = '\u0000new'

function LookUp({ wiring, find, onChange, onNew, newWord, placeholder }: LookUpProps) {
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { data: found = [], isFetching, error } = useFound(find, asked)
  const submit = (id: string) => {
    if (id === asNew) onNew?.(typed.trim())
    else onChange(found.find((pick) => pick.id === id) ?? null)
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal={false} unstyled offset={4} width="target">
      <Combobox.Target>
        <input {...wiring} className="control" dir="auto" autoComplete="off" placeholder={placeholder} value={typed} aria-busy={isFetching}
          onChange={({ target }) => (setTyped(target.value), combobox.openDropdown(), combobox.selectFirstOption())}
          onFocus={() => combobox.openDropdown()} onBlur={() => combobox.closeDropdown()} />
      </Combobox.Target>
      <Combobox.Dropdown className="picker-list" hidden={asked === ''} style={{ zIndex: 350 }}>
        <Combobox.Options>
          {found.map((pick) => (
            <Combobox.Option key={pick.id} value={pick.id} className="picker-option">
              {pick.label}{pick.about && <small>{pick.about}</small>}
            </Combobox.Option>
          ))}
          {onNew && asked !== '' && <Combobox.Option value={asNew} className="picker-option">{newWord?.(asked) ?? asked}</Combobox.Option>}
        </Combobox.Options>
        <Said {...{ error, isFetching, nothing: found.length === 0 }} />
      </Combobox.Dropdown>
    </Combobox>
  )
}

function Said({ error, isFetching, nothing }: { error: unknown; isFetching: boolean; nothing: boolean }) {
  const text = useText()
  const trouble = useTrouble()
  const words = error ? trouble(error).what : isFetching ? text('web.searching') : nothing ? text('web.nothing-found') : ''
  return <div aria-live="polite" className={words ? 'picker-said' : undefined}>{words}</div>
}

function useFound(find: Props['find'], asked: string) {
  return useQuery({
    queryKey: ['pick', find.name, asked],
    queryFn: async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, 150))
      return signal.aborted ? [] : find(asked)
    },
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}
