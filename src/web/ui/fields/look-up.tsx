// The list that opens under a picker while one types; fetched with the first picker that is shown.
import { Combobox, useCombobox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useState } from 'react'
import { useText } from '../../text.tsx'
import { MantineFrame } from '../mantine.tsx'
import { useTrouble } from '../notes.tsx'
import type { Wiring } from './field.tsx'
import type { PickerProps } from './picker.tsx'

type LookUpProps = { wiring: Wiring; find: PickerProps['find']; onChange: PickerProps['onChange'] }
  & { [Name in 'onNew' | 'newWord' | 'placeholder']: PickerProps[Name] | undefined }
// No id begins with a zero character.
const asNew = '\u0000new'

export default function LookUp(props: LookUpProps) {
  return <MantineFrame><Typing {...props} /></MantineFrame>
}

function Typing({ wiring, find, onChange, onNew, newWord, placeholder }: LookUpProps) {
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { data: found = [], isFetching, error } = useFound(wiring.id, find, asked)
  // The options come after the typing: the first is chosen once it is there, so that Enter takes it.
  const first = found[0]?.id
  const { selectFirstOption } = combobox
  useEffect(() => { if (first) selectFirstOption() }, [first, selectFirstOption])
  const submit = (id: string) => {
    if (id === asNew) onNew?.(typed.trim())
    else onChange(found.find((pick) => pick.id === id) ?? null)
    combobox.closeDropdown()
  }
  // A list without a word to look for is empty, but takes a line: closing it moved the button away from under the press that left the field.
  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal={false} unstyled offset={4} width="target">
      <Combobox.Target>
        <input {...wiring} className="control" dir="auto" autoComplete="off" placeholder={placeholder} value={typed} aria-busy={isFetching}
          onChange={({ target }) => (setTyped(target.value), combobox.openDropdown(), combobox.selectFirstOption())}
          onFocus={() => typed !== '' && combobox.openDropdown()} onBlur={() => combobox.closeDropdown()} />
      </Combobox.Target>
      <Combobox.Dropdown className="picker-list" hidden={asked === ''} style={{ zIndex: 350 }}>
        <Combobox.Options labelledBy={`${wiring.id}-label`}>
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

/** Each field keeps what it found: two on one page may look for different things. */
function useFound(field: string, find: PickerProps['find'], asked: string) {
  return useQuery({
    queryKey: ['pick', field, asked],
    queryFn: async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, 150))
      return signal.aborted ? [] : find(asked)
    },
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}
