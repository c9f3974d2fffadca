// Looks a person up among those whom this viewer may know.
import { peopleApi } from '#domains/people/api.ts'
import { call } from '#web/client.ts'
import type { Pick } from '#web/ui/fields/picker.tsx'

export async function findPerson(typed: string): Promise<Pick[]> {
  const { rows } = await call(peopleApi.list, { query: { search: typed } })
  return rows.map(({ id, name, nameNative, offices }) => ({ id, label: name, words: name, about: [nameNative, offices[0]?.organisation?.name].filter(Boolean).join(' · ') }))
}
export const picked = (person: { id: string; name: string } | null): Pick | null => person && { id: person.id, label: person.name, words: person.name }
