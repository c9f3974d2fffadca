// Whose register it is: one of the organisations whose records the person keeps; an administrator looks any of them up.
import { useState } from 'react'
import { recordKeepers } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import { useText } from '#web/text.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { OrganisationPicker, type Pick } from '#web/ui/fields/picker.tsx'
import { Note } from '#web/ui/notes.tsx'
import { useViewer } from '#web/viewer.ts'
import { useFindOrganisation } from '../find-organisation.ts'

export type Owner = { id: Id; name: string }

/** The office one acts for comes first. */
export function useOwners(): Owner[] {
  const viewer = useViewer()
  const offices = (viewer?.offices ?? []).filter(({ role }) => recordKeepers.includes(role)).toSorted((a, b) => Number(b.id === viewer?.acting) - Number(a.id === viewer?.acting))
  const byId = new Map(offices.flatMap(({ organisationId, organisationName }) => (organisationId ? [[organisationId, { id: organisationId, name: organisationName ?? organisationId }] as const] : [])))
  return [...byId.values()]
}

type Props = { owners: Owner[]; value: Id | null; onChange: (id: Id | null) => void }

export function OwnerField({ owners, value, onChange }: Props) {
  const [text, viewer] = [useText(), useViewer()]
  if (viewer?.admin) return <AnyOwner owners={owners} onChange={onChange} />
  if (owners.length === 0) return <Note tone="saffron"><p><strong>{text('registers.only-its-record-keepers-may')}</strong></p><p>{text('registers.only-its-record-keepers-may.next')}</p></Note>
  return <SelectField label={text('registers.bring.whose')} required value={value ?? ''} onChange={onChange} options={owners.map(({ id, name }) => ({ value: id, label: name }))} />
}

function AnyOwner({ owners: [first], onChange }: Omit<Props, 'value'>) {
  const text = useText()
  const [pick, setPick] = useState<Pick | null>(first ? { id: first.id, label: first.name, words: first.name } : null)
  const choose = (next: Pick | null) => { setPick(next); onChange(next?.id ?? null) }
  return <OrganisationPicker label={text('registers.bring.whose')} required value={pick} onChange={choose} find={useFindOrganisation()} />
}
